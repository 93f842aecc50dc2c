// 两个人怎样相连 · How two people are connected, by events in which both took part
MATCH (a:Person), (b:Person)
WHERE a.name = '欧阳明川' AND b.id <> a.id
MATCH path = (a)-[:PARTICIPATED_IN]->(:Event)<-[:PARTICIPATED_IN]-(b)
RETURN path
LIMIT 40
