// zh: 一个机构有哪些职务
// en: The posts of one body
// group: posts
// answers: Every post of a body and of its parts, with how many people are seen in it and from
//   when to when.
// param: body text (example 新宁县): the body's name, or a part of it
// param: limit number = 100 (example 50): at most so many
// column: post: body and office
// column: office: the office alone
// column: rank: its rank, where the office tells it
// column: people: how many people are seen in it
// column: first_seen: first day on which anybody is
// column: last_seen: last day
// column: entries: ids of up to three entries that show it
// column: source: file of the first of them
// column: span_start: its character offset in that file
// column: words: its first words
// column: post_id: id of the post
MATCH (b:Organisation)
WHERE b.name CONTAINS $body OR $body IN b.aliases
MATCH (b)<-[:ROLE_IN]-(o:Role)<-[h:HELD]-(p:Person)
WITH o, h, p
ORDER BY h.first_seen, h.entry
WITH o, count(DISTINCT p) AS people, min(h.first_seen) AS first_seen, max(h.last_seen) AS last_seen,
     collect(DISTINCT h.entry)[0..3] AS entries, collect(h.entry)[0] AS first
ORDER BY o.name, o.id
LIMIT $limit
OPTIONAL MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = first
RETURN o.name AS post, o.office AS office, o.rank AS rank, people, first_seen, last_seen, entries,
       s.name AS source, n.span_start AS span_start, substring(n.text, 0, 60) AS words,
       o.id AS post_id
ORDER BY post, post_id
