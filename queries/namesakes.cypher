// zh: 可能是同一个人的人物
// en: People who are possibly the same
// group: people
// answers: Pairs of person nodes that may be one person, the likeliest first, with the reason, and
//   an entry for each of the two. `graph` never joins them by itself.
// param: person person = "" (example 陈刚): only pairs with this name; left out, all
// column: person: the one
// column: scope: the place or body in which the one is seen
// column: other: the other
// column: other_scope: the place or body in which the other is seen
// column: score: how likely it is that they are one, from 0 to 1
// column: reason: why
// column: words: the first words of an entry about the one
// column: other_words: the first words of an entry about the other
// column: person_id: id of the one
// column: other_id: id of the other
// column: entry: id of the entry about the one
// column: other_entry: id of the entry about the other
MATCH (a:Person)-[same:POSSIBLY_SAME]->(b:Person)
WHERE $person = '' OR $person IN [a.id, a.name, b.id, b.name]
OPTIONAL MATCH (a)-[:PARTICIPATED_IN]->(:Event)-[:RECORDED_IN]->(n:Entry)
WITH a, b, same, n
ORDER BY n.id
WITH a, b, same, collect(substring(n.text, 0, 60))[0] AS words, collect(n.id)[0] AS entry
OPTIONAL MATCH (b)-[:PARTICIPATED_IN]->(:Event)-[:RECORDED_IN]->(m:Entry)
WITH a, b, same, words, entry, m
ORDER BY m.id
WITH a, b, same, words, entry, collect(substring(m.text, 0, 60))[0] AS other_words,
     collect(m.id)[0] AS other_entry
RETURN a.name AS person, a.scope AS scope, b.name AS other, b.scope AS other_scope,
       same.score AS score, same.reason AS reason, words, other_words, a.id AS person_id,
       b.id AS other_id, entry, other_entry
ORDER BY score DESC, person_id, other_id
