// zh: 连接各方的人物
// en: People who connect others
// group: networks
// needs: measures of people, which `graph measure --write` writes
// whole-graph: it compares all people
// answers: People by betweenness, the share of shortest ways between others in the network of
//   co-attendance that lead over them, with up to three entries where they met most people of other
//   circles than their own.
// param: limit number = 20 (example 10): at most so many people
// column: person: who connects
// column: scope: where that person is told from namesakes
// column: betweenness: from 0 to 1
// column: acquaintances: how many people that person met
// column: circle: number of the person's own circle, 1 the largest
// column: outside: most people of other circles met in one event
// column: entries: ids of up to three entries of such events
// column: source: file of the first of these entries
// column: span_start: its character offset in that file
// column: words: its first words
// column: person_id: id of the person
MATCH (p:Person)
WHERE p.betweenness > 0
WITH p
ORDER BY p.betweenness DESC, p.id
LIMIT $limit
MATCH (p)-[:PARTICIPATED_IN]->(e:Event)
OPTIONAL MATCH (e)<-[:PARTICIPATED_IN]-(q:Person)
WHERE q.community <> p.community
WITH p, e, count(DISTINCT q) AS outside
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WITH p, e, n, s, outside
ORDER BY outside DESC, e.date, n.id
WITH p, max(outside) AS outside, collect(DISTINCT n.id)[0..3] AS entries,
     collect(s.name)[0] AS source, collect(n.span_start)[0] AS span_start,
     collect(substring(n.text, 0, 60))[0] AS words
RETURN p.name AS person, p.scope AS scope, p.betweenness AS betweenness,
       p.acquaintances AS acquaintances, p.community AS circle, outside, entries, source, span_start,
       words, p.id AS person_id
ORDER BY betweenness DESC, person_id
