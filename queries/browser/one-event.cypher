// 一件事及其出处 · One event, who and where, and the words that say so
MATCH (e:Event)-[r:RECORDED_IN]->(n:Entry)-[f:FROM_SOURCE]->(s:Source)
WHERE n.text CONTAINS '欧阳明川'
WITH e, r, n, f, s ORDER BY e.date, e.id LIMIT 1
OPTIONAL MATCH (e)-[x]-(other)
RETURN e, r, n, f, s, x, other
