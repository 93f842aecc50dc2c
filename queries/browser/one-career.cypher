// 一个人的职务 · One person's posts and the bodies they are in
MATCH (p:Person)-[h:HELD]->(o:Role)-[i:ROLE_IN]->(b:Organisation)
WHERE p.name = '欧阳明川'
RETURN p, h, o, i, b
