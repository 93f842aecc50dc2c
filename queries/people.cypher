// zh: 人物一览
// en: The people of the graph
// group: people
// whole-graph: it counts the events of every person
// answers: Everybody by the number of events, the busiest first, with the days of the first and the
//   last event and the entry of the first.
// param: name text = "" (example 欧阳): only names with this in them; left out, all
// param: limit number = 50 (example 20): at most so many people
// column: person: name
// column: scope: the place or body by which the person is told from namesakes
// column: events: number of events
// column: first_day: day of the first event
// column: last_day: day of the last event
// column: words: the first words of the first event's entry
// column: source: file of that entry
// column: span_start: its character offset in that file
// column: person_id: id of the person
// column: entry: id of that entry
MATCH (p:Person)-[:PARTICIPATED_IN]->(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE p.name CONTAINS $name
WITH p, e, n, s
ORDER BY e.date, n.id
WITH p, count(DISTINCT e) AS events, min(e.date) AS first_day, max(e.date) AS last_day,
     collect(substring(n.text, 0, 60))[0] AS words, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(n.id)[0] AS entry
RETURN p.name AS person, p.scope AS scope, events, first_day, last_day, words, source, span_start,
       p.id AS person_id, entry
ORDER BY events DESC, person, person_id
LIMIT $limit
