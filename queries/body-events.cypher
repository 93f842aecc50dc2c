// zh: 一个机构的活动
// en: The events of one body
// group: bodies
// answers: The events in which a body or one of its parts (up to three levels down) took part, in
//   order of time, and what it did there. Part of the body's name is enough.
// param: body text (example 新宁县政府): the body's name, or a part of it
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// column: date: first day of the event
// column: kind: kind of event
// column: event: its headline
// column: body: the body itself or the part of it
// column: capacity: what it did (host, attend, sign, founded, awarded, other)
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: body_id: id of the body
// column: entry: id of the entry
MATCH (top:Organisation)
WHERE top.name CONTAINS $body OR $body IN top.aliases
MATCH (top)<-[:PART_OF*0..3]-(b:Organisation)-[i:INVOLVED]->(e:Event)
WHERE coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
RETURN DISTINCT e.date AS date, e.kind AS kind, e.name AS event, b.name AS body,
       i.capacity AS capacity, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, e.id AS event_id, b.id AS body_id, n.id AS entry
ORDER BY date, event_id, body_id, capacity, entry
