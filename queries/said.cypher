// zh: 一个人在哪里讲了什么
// en: What one official said, and where
// group: people
// answers: Every event in which a person spoke or reported, with the place and the text of the
//   entry.
// param: person person (example 欧阳明川): the person
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// column: date: first day of the event
// column: event: its headline
// column: capacities: in what capacity
// column: places: where
// column: text: the text of the entry
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: person_id: id of the person
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (p:Person)-[r:PARTICIPATED_IN]->(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE (p.id = $person OR p.name = $person OR $person IN p.aliases)
  AND any(capacity IN r.capacities WHERE capacity IN ['speak', 'report'])
  AND coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
OPTIONAL MATCH (e)-[a:HELD_AT]->(l:Location)
WITH p, r, e, n, s, a, l
ORDER BY a.span_start, l.id
WITH p, r, e, n, s, collect(l.name) AS places
RETURN e.date AS date, e.name AS event, r.capacities AS capacities, places, n.text AS text,
       s.name AS source, n.span_start AS span_start, p.id AS person_id, e.id AS event_id,
       n.id AS entry
ORDER BY date, event_id, person_id, entry
