// zh: 机构沿革
// en: What bodies became
// group: bodies
// answers: Bodies that were renamed, merged, split or raised, with the day and the entry that
//   tells of it.
// param: body text (example 局): a part of the name of either
// param: limit number = 100 (example 50): at most so many
// column: date: day of the change, where it is told
// column: body: the body before
// column: became: the body after
// column: change: what happened
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: body_id: id of the body before
// column: became_id: id of the body after
// column: entry: id of the entry
MATCH (a:Organisation)-[r:BECAME]->(b:Organisation)
WHERE a.name CONTAINS $body OR b.name CONTAINS $body
WITH a, r, b, r.entry AS first
OPTIONAL MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = first
RETURN r.date AS date, a.name AS body, b.name AS became, r.change AS change, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words,
       a.id AS body_id, b.id AS became_id, n.id AS entry
ORDER BY date, body, became, body_id, became_id
LIMIT $limit
