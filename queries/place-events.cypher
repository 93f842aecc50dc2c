// zh: 一个地方的活动
// en: The events at one place
// group: places
// answers: What happened at a place or at a place inside it (up to four levels down), in order of
//   time. Part of the place's name is enough.
// param: place text (example 新宁县): the place's name, or a part of it
// param: kind text = "" (example inspection): only this kind of event; left out, every kind
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// column: date: first day of the event
// column: kind: kind of event
// column: event: its headline
// column: place: where it was
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: place_id: id of the place
// column: entry: id of the entry
MATCH (top:Location)
WHERE top.name CONTAINS $place OR $place IN top.aliases
MATCH (top)<-[:PART_OF*0..4]-(l:Location)<-[:HELD_AT]-(e:Event)
WHERE ($kind = '' OR e.kind = $kind)
  AND coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
RETURN DISTINCT e.date AS date, e.kind AS kind, e.name AS event, l.name AS place,
       s.name AS source, n.span_start AS span_start, substring(n.text, 0, 60) AS words,
       e.id AS event_id, l.id AS place_id, n.id AS entry
ORDER BY date, event_id, place_id, entry
