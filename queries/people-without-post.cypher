// zh: 没有职务的人物
// en: People without a post
// group: quality
// whole-graph: it looks at every person
// answers: People of whom no post is told, those in the most events first: often a name that was
//   carried over, sometimes a word that was taken for a name.
// param: limit number = 50 (example 20): at most so many
// column: person: name
// column: scope: the place or body by which the person is told from namesakes
// column: events: in how many events
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: person_id: id of the person
// column: entry: id of the first entry
MATCH (p:Person)-[:PARTICIPATED_IN]->(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE NOT (p)-[:HELD]->(:Role)
WITH p, e, n, s
ORDER BY e.date, n.id
WITH p, count(DISTINCT e) AS events, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(substring(n.text, 0, 60))[0] AS words,
     collect(n.id)[0] AS entry
RETURN p.name AS person, p.scope AS scope, events, source, span_start, words, p.id AS person_id, entry
ORDER BY events DESC, person, person_id
LIMIT $limit
