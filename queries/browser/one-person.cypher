// 一个人的活动 · One person's events, and in what capacity
MATCH (p:Person)-[r:PARTICIPATED_IN]->(e:Event)
WHERE p.name = '欧阳明川'
RETURN p, r, e
ORDER BY e.date
LIMIT 25
