// zh: 常在一起的机构
// en: Bodies that take part together
// group: networks
// answers: With which bodies a body takes part in the same events, the most frequent first.
// param: body text (example 蓟州区人民政府): the body's name
// param: limit number = 50 (example 20): at most so many
// column: body: the body asked about
// column: other: the other
// column: events: in how many events both took part
// column: first_day: day of the first
// column: last_day: day of the last
// column: entries: ids of up to three entries that show it
// column: source: file of the first of them
// column: span_start: its character offset in that file
// column: words: its first words
// column: body_id: id of the body asked about
// column: other_id: id of the other
MATCH (a:Organisation)
WHERE a.name = $body OR $body IN a.aliases
MATCH (a)-[:INVOLVED]->(e:Event)<-[:INVOLVED]-(b:Organisation)
WHERE a.id <> b.id
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WITH a, b, e, n, s
ORDER BY e.date, n.id
WITH a, b, count(DISTINCT e) AS events, min(e.date) AS first_day, max(e.date) AS last_day,
     collect(DISTINCT n.id)[0..3] AS entries, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(substring(n.text, 0, 60))[0] AS words
RETURN a.name AS body, b.name AS other, events, first_day, last_day, entries, source, span_start,
       words, a.id AS body_id, b.id AS other_id
ORDER BY events DESC, other, body_id, other_id
LIMIT $limit
