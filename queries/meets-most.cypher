// zh: 谁与谁同场最多
// en: Who meets whom most often
// group: networks
// whole-graph: it counts every pair
// answers: Pairs of people by the number of events in which both took part, the most frequent
//   first, with the first and the last of these events and three entries that show them. On a large
//   graph give a range of dates, or ask `companions` about one person.
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// param: least number = 2 (example 1): only pairs that met at least so often
// param: limit number = 50 (example 20): at most so many pairs
// column: person: the one
// column: other: the other
// column: events: in how many events both took part
// column: first_day: day of the first of them
// column: last_day: day of the last of them
// column: entries: ids of up to three entries that show it
// column: words: the first words of the first of these entries
// column: source: its file
// column: span_start: its character offset in that file
// column: person_id: id of the one
// column: other_id: id of the other
MATCH (a:Person)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(b:Person)
WHERE a.id < b.id
  AND coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
WITH a, b, count(DISTINCT e) AS events, min(e.date) AS first_day, max(e.date) AS last_day
WHERE events >= $least
WITH a, b, events, first_day, last_day
ORDER BY events DESC, a.id, b.id
LIMIT $limit
MATCH (a)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(b)
WHERE coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WITH a, b, events, first_day, last_day, n, s
ORDER BY e.date, n.id
WITH a, b, events, first_day, last_day, collect(DISTINCT n.id)[0..3] AS entries,
     collect(substring(n.text, 0, 60))[0] AS words, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start
RETURN a.name AS person, b.name AS other, events, first_day, last_day, entries, words, source,
       span_start, a.id AS person_id, b.id AS other_id
ORDER BY events DESC, person_id, other_id
