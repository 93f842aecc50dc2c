// zh: 一个人参加过的活动
// en: The events of one person
// group: people
// answers: Everything a person took part in, in order of time: what kind of event, in what
//   capacity,
//   with what posts. People of the same name stand side by side, told apart by scope.
// param: person person (example 欧阳明川): the person's name
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// column: date: first day of the event
// column: precision: how exactly the date is known (day, month, year, period)
// column: kind: kind of event
// column: event: its headline
// column: capacities: in what capacity the person took part
// column: roles: the person's posts as the entry writes them
// column: scope: the place or body by which the person is told from namesakes
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: person_id: id of the person
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (p:Person)-[r:PARTICIPATED_IN]->(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE (p.id = $person OR p.name = $person OR $person IN p.aliases)
  AND coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
RETURN e.date AS date, e.precision AS precision, e.kind AS kind, e.name AS event,
       r.capacities AS capacities, coalesce(r.roles, []) AS roles, p.scope AS scope, s.name AS source,
       n.span_start AS span_start, substring(n.text, 0, 60) AS words, p.id AS person_id,
       e.id AS event_id, n.id AS entry
ORDER BY date, event_id, person_id, entry
