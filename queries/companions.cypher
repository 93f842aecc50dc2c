// zh: 一个人最常与谁同场
// en: Whom one person meets most often
// group: networks
// answers: The people with whom a person took part in the same events, the most frequent first,
//   with
//   up to three entries that show it.
// param: person person (example 欧阳明川): the person's name
// param: limit number = 30 (example 10): at most so many people
// column: person: the person asked about
// column: other: who was there too
// column: events: in how many events both took part
// column: first_day: day of the first of them
// column: last_day: day of the last of them
// column: entries: ids of up to three entries that show it
// column: words: the first words of the first of these entries
// column: source: its file
// column: span_start: its character offset in that file
// column: person_id: id of the person asked about
// column: other_id: id of the other
MATCH (a:Person)-[:PARTICIPATED_IN]->(e:Event)<-[:PARTICIPATED_IN]-(b:Person)
WHERE (a.id = $person OR a.name = $person OR $person IN a.aliases) AND a.id <> b.id
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WITH a, b, e, n, s
ORDER BY e.date, n.id
WITH a, b, count(DISTINCT e) AS events, min(e.date) AS first_day, max(e.date) AS last_day,
     collect(DISTINCT n.id)[0..3] AS entries, collect(substring(n.text, 0, 60))[0] AS words,
     collect(s.name)[0] AS source, collect(n.span_start)[0] AS span_start
RETURN a.name AS person, b.name AS other, events, first_day, last_day, entries, words, source, span_start,
       a.id AS person_id, b.id AS other_id
ORDER BY events DESC, other, person_id, other_id
LIMIT $limit
