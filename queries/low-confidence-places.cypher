// zh: 可信度低的地点
// en: Places of events that are least sure
// group: quality
// whole-graph: it compares every such fact
// answers: Facts whose confidence is below a limit, the least sure first: what a reader should
//   check.
// param: percent number = 97 (example 97): confidence below so many in a hundred
// param: limit number = 50 (example 20): at most so many
// column: confidence: chance that the fact is right, 0 to 1
// column: place: the name
// column: event: headline of the event
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: place_id: id of the place
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (e:Event)-[r:HELD_AT]->(x:Location)
WHERE r.confidence < $percent / 100.0
WITH r, e, x
ORDER BY r.confidence, e.id, x.id
LIMIT $limit
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
RETURN r.confidence AS confidence, x.name AS place, e.name AS event, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words,
       x.id AS place_id, e.id AS event_id, n.id AS entry
ORDER BY confidence, event_id, place_id, entry
