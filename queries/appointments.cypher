// zh: 任免
// en: Appointments, elections and removals
// group: people
// whole-graph: without a person it reads every participation
// answers: Who was appointed, elected or removed when, with the posts as the entry writes them.
// param: person person = "" (example 谢长青): a person's name; left out, everybody
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// column: date: first day of the event
// column: person: who was appointed, elected or removed
// column: capacities: appointed, elected, removed
// column: roles: the posts as written
// column: event: headline of the event
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: person_id: id of the person
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (p:Person)-[r:PARTICIPATED_IN]->(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE any(capacity IN r.capacities WHERE capacity IN ['appointed', 'elected', 'removed'])
  AND ($person = '' OR p.id = $person OR p.name = $person OR $person IN p.aliases)
  AND coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
RETURN e.date AS date, p.name AS person, r.capacities AS capacities, coalesce(r.roles, []) AS roles,
       e.name AS event, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, p.id AS person_id, e.id AS event_id, n.id AS entry
ORDER BY date, event_id, person, person_id, entry
