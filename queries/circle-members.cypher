// zh: 一个人所在的圈子
// en: The circle of one person
// group: networks
// needs: measures of people, which `graph measure --write` writes
// whole-graph: it ranks everybody of a circle, which may be a large part of all people
// answers: The people of the circle to which a person belongs, those first whom he meets most, with
//   how well each is acquainted and an entry where they met, or else where the other is first seen.
// param: person person (example 欧阳明川): the person's name
// param: limit number = 50 (example 20): at most so many people
// column: person: the person asked about
// column: circle: number of the circle, 1 the largest
// column: other: another of its people
// column: events: in how many events both took part
// column: acquaintances: how many people the other met
// column: betweenness: the share of shortest ways between others that lead over the other
// column: source: file of the entry
// column: span_start: its character offset in that file
// column: words: its first words
// column: person_id: id of the person asked about
// column: other_id: id of the other
// column: entry: id of the entry
MATCH (a:Person)
WHERE a.id = $person OR a.name = $person OR $person IN a.aliases
MATCH (b:Person)
WHERE b.community = a.community AND b.id <> a.id
MATCH (b)-[:PARTICIPATED_IN]->(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
OPTIONAL MATCH (a)-[x:PARTICIPATED_IN]->(e)
WITH a, b, e, n, s, count(x) AS shared
ORDER BY shared DESC, e.date, n.id
WITH a, b, count(DISTINCT CASE WHEN shared > 0 THEN e.id END) AS events,
     collect(n.id)[0] AS entry, collect(s.name)[0] AS source, collect(n.span_start)[0] AS span_start,
     collect(substring(n.text, 0, 60))[0] AS words
RETURN a.name AS person, a.community AS circle, b.name AS other, events,
       b.acquaintances AS acquaintances, b.betweenness AS betweenness, source, span_start, words,
       a.id AS person_id, b.id AS other_id, entry
ORDER BY events DESC, acquaintances DESC, person_id, other_id
LIMIT $limit
