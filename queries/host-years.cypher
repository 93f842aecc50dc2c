// zh: 机构逐年主办的活动
// en: What a body hosted, by year and kind
// group: bodies
// answers: How many events of each kind a body hosted in each year.
// param: body text (example 新宁县政府): the body's name, or a part of it
// column: body: the body
// column: year: the year; empty where it is not known
// column: kind: kind of event
// column: events: how many
// column: entries: ids of up to three entries that show it
// column: source: file of the first of them
// column: span_start: its character offset in that file
// column: words: its first words
// column: body_id: id of the body
MATCH (b:Organisation)
WHERE b.name CONTAINS $body OR $body IN b.aliases
MATCH (b)-[i:INVOLVED]->(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE i.capacity = 'host'
WITH b, e, n, s
ORDER BY e.date, n.id
WITH b, e.year AS year, e.kind AS kind, count(DISTINCT e) AS events,
     collect(DISTINCT n.id)[0..3] AS entries, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(substring(n.text, 0, 60))[0] AS words
RETURN b.name AS body, year, kind, events, entries, source, span_start, words, b.id AS body_id
ORDER BY body, year, kind, body_id
