// zh: 某段时间的大事
// en: The events of some days
// group: events
// answers: What happened from one day to another, of every kind or of one, in order of time.
//   Events whose year is not known are not among them.
// param: from date (example 2020-03-01): first day
// param: to date (example 2020-03-31): last day
// param: kind text = "" (example meeting): only this kind of event; left out, every kind
// param: limit number = 200 (example 50): at most so many
// column: date: first day of the event
// column: date_end: last day
// column: precision: how exactly the day is known
// column: kind: kind of event
// column: event: its headline
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (e:Event)
WHERE e.date <= date($to) AND e.date_end >= date($from) AND ($kind = '' OR e.kind = $kind)
WITH e
ORDER BY e.date, e.id
LIMIT $limit
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
RETURN e.date AS date, e.date_end AS date_end, e.precision AS precision, e.kind AS kind,
       e.name AS event, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, e.id AS event_id, n.id AS entry
ORDER BY date, event_id, entry
LIMIT $limit
