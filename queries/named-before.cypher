// zh: 名单中的先后
// en: The order of names in lists, as a sign of rank
// group: people
// answers: With whom a person is named in the same events, how often before and how often after:
//   who is named first is as a rule of higher rank.
// param: person person (example 欧阳明川): the person
// param: limit number = 50 (example 20): at most so many others
// column: person: the person asked about
// column: other: who is named in the same events
// column: before: in how many events the person stands before the other
// column: after: in how many behind
// column: entries: ids of up to three entries that show it
// column: source: file of the first of them
// column: span_start: its character offset in that file
// column: words: its first words
// column: person_id: id of the person
// column: other_id: id of the other
MATCH (a:Person)-[r:PARTICIPATED_IN]->(e:Event)<-[q:PARTICIPATED_IN]-(b:Person)
WHERE (a.id = $person OR a.name = $person OR $person IN a.aliases) AND a.id <> b.id
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WITH a, b, r, q, e, n, s
ORDER BY e.date, n.id
WITH a, b, sum(CASE WHEN r.span_start < q.span_start THEN 1 ELSE 0 END) AS before,
     sum(CASE WHEN r.span_start > q.span_start THEN 1 ELSE 0 END) AS after,
     collect(DISTINCT n.id)[0..3] AS entries, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(substring(n.text, 0, 60))[0] AS words
RETURN a.name AS person, b.name AS other, before, after, entries, source, span_start, words,
       a.id AS person_id, b.id AS other_id
ORDER BY after DESC, before DESC, other, person_id, other_id
LIMIT $limit
