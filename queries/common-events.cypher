// zh: 两个人共同参加的活动
// en: The events that two people share
// group: networks
// answers: Every event in which both took part, in order of time, with the capacity of each.
// param: person person (example 欧阳明川): one person's name
// param: other person (example 谢长青): the other person's name
// column: date: first day of the event
// column: kind: kind of event
// column: event: its headline
// column: person_as: capacities of the one
// column: other_as: capacities of the other
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (a:Person)-[r:PARTICIPATED_IN]->(e:Event)<-[q:PARTICIPATED_IN]-(b:Person)
WHERE (a.id = $person OR a.name = $person OR $person IN a.aliases) AND (b.id = $other OR b.name = $other OR $other IN b.aliases)
  AND a.id <> b.id
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
RETURN e.date AS date, e.kind AS kind, e.name AS event, r.capacities AS person_as,
       q.capacities AS other_as, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, e.id AS event_id, n.id AS entry
ORDER BY date, event_id, entry
