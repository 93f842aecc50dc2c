// zh: 可信度低的机构参与
// en: Bodies whose part in an event is least sure
// group: quality
// whole-graph: it compares every such fact
// answers: Facts whose confidence is below a limit, the least sure first: what a reader should
//   check.
// param: percent number = 97 (example 97): confidence below so many in a hundred
// param: limit number = 50 (example 20): at most so many
// column: confidence: chance that the fact is right, 0 to 1
// column: body: the name
// column: event: headline of the event
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: body_id: id of the body
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (x:Organisation)-[r:INVOLVED]->(e:Event)
WHERE r.confidence < $percent / 100.0
WITH r, e, x
ORDER BY r.confidence, e.id, x.id
LIMIT $limit
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
RETURN r.confidence AS confidence, x.name AS body, e.name AS event, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words,
       x.id AS body_id, e.id AS event_id, n.id AS entry
ORDER BY confidence, event_id, body_id, entry
