// zh: 谁参加了哪些会议
// en: Who attended which meetings
// group: events
// whole-graph: without a person it reads every participation
// answers: Every meeting with everyone who took part, in what capacity and with what posts, in
//   order of time; with a person, only that person's meetings; with another kind (training, visit),
//   the same for that kind of event. Happenings without a known year are always shown.
// param: person person = "" (example 欧阳明川): a person's name; left out, everybody
// param: kind text = meeting (example meeting): the kind of event
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// column: date: first day of the event
// column: event: its headline
// column: person: who was there
// column: capacities: in what capacity (chair, attend, speak…)
// column: roles: the person's posts as the entry writes them
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: person_id: id of the person
// column: entry: id of the entry
MATCH (p:Person)-[r:PARTICIPATED_IN]->(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE e.kind = $kind
  AND ($person = '' OR p.id = $person OR p.name = $person OR $person IN p.aliases)
  AND coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
RETURN e.date AS date, e.name AS event, p.name AS person, r.capacities AS capacities,
       coalesce(r.roles, []) AS roles, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, e.id AS event_id, p.id AS person_id, n.id AS entry
ORDER BY date, event_id, person, person_id, entry
