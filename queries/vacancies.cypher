// zh: 职务的空缺
// en: Vacancies
// group: posts
// whole-graph: without a body it looks at every post
// answers: Posts with days between the last sign of one holder and the first of the next, and
//   posts whose holder left without a word of a successor. A gap is one of what is told: the post
//   may have been held by somebody of whom nothing is told.
// param: body text = "" (example 新宁县): only posts of bodies with this in their name; left out, all
// param: least number = 1 (example 1): at least so many days
// param: limit number = 100 (example 50): at most so many
// column: post: body and office
// column: person: who held it last
// column: until: day of the removal, else the last day on which the person is seen in it
// column: told: true where a removal is told
// column: successor: who held it next; empty where nobody is told of
// column: gap_days: days until then
// column: source: file of the first entry that shows it
// column: span_start: character offset of that entry in the file
// column: words: its first words
// column: person_id: id of the person
// column: post_id: id of the post
// column: entry: id of the entry
MATCH (b:Organisation)<-[:ROLE_IN]-(o:Role)<-[h:HELD]-(p:Person)
WHERE b.name CONTAINS $body
  AND (h.gap_days >= $least OR (h.ended IS NOT NULL AND h.successor IS NULL))
WITH o, h, p, h.entry AS first, h.successor AS after
ORDER BY h.gap_days DESC, coalesce(h.ended, h.last_seen), o.name, p.id, o.id
LIMIT $limit
OPTIONAL MATCH (next:Person)
WHERE next.id = after
OPTIONAL MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = first
RETURN o.name AS post, p.name AS person, coalesce(h.ended, h.last_seen) AS until,
       h.ended IS NOT NULL AS told, next.name AS successor, h.gap_days AS gap_days,
       s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, p.id AS person_id, o.id AS post_id, n.id AS entry
ORDER BY gap_days DESC, until, post, person_id, post_id
LIMIT $limit
