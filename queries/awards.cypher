// zh: 获奖、命名与表彰
// en: Awards and honours
// group: events
// answers: Which people and bodies were honoured when, and for what, in order of time.
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// column: date: first day of the event
// column: event: its headline
// column: people: the people who were honoured
// column: bodies: the bodies that took part
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE e.kind = 'award'
  AND coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
OPTIONAL MATCH (e)<-[r:PARTICIPATED_IN]-(p:Person)
WITH e, n, s, r, p
ORDER BY r.span_start, p.id
WITH e, n, s,
     collect(CASE WHEN 'awarded' IN r.capacities THEN p.name ELSE null END) AS people
OPTIONAL MATCH (e)<-[i:INVOLVED]-(b:Organisation)
WITH e, n, s, people, i, b
ORDER BY i.span_start, b.id
WITH e, n, s, people, collect(b.name) AS bodies
RETURN e.date AS date, e.name AS event, people, bodies, s.name AS source,
       n.span_start AS span_start, substring(n.text, 0, 60) AS words, e.id AS event_id, n.id AS entry
ORDER BY date, event_id, entry
