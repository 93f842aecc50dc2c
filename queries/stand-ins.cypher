// zh: 代理与代行
// en: Who stood in for whom
// group: posts
// whole-graph: without a body it looks at every post
// answers: Posts that somebody held as acting (代, 代理), from when to when he is seen in them, who
//   held them before and who came next. Where nobody is told of, nobody is named.
// param: body text = "" (example 县): only posts of bodies with this in their name; left out, all
// param: limit number = 100 (example 50): at most so many
// column: post: body and office
// column: person: who stood in
// column: first_seen: first day on which the person is seen acting
// column: last_seen: last day
// column: in_place_of: who held the post before
// column: successor: who held it next
// column: source: file of the first entry that shows it
// column: span_start: character offset of that entry in the file
// column: words: its first words
// column: person_id: id of the person
// column: post_id: id of the post
// column: entry: id of the entry
MATCH (b:Organisation)<-[:ROLE_IN]-(o:Role)<-[h:HELD]-(p:Person)
WHERE h.status = 'acting' AND b.name CONTAINS $body
WITH o, h, p, h.entry AS first, h.predecessor AS earlier, h.successor AS after
ORDER BY h.first_seen, o.name, p.id, o.id
LIMIT $limit
OPTIONAL MATCH (before:Person)
WHERE before.id = earlier
OPTIONAL MATCH (next:Person)
WHERE next.id = after
OPTIONAL MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = first
RETURN o.name AS post, p.name AS person, h.first_seen AS first_seen, h.last_seen AS last_seen,
       before.name AS in_place_of, next.name AS successor, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, p.id AS person_id,
       o.id AS post_id, n.id AS entry
ORDER BY first_seen, post, person_id, post_id
LIMIT $limit
