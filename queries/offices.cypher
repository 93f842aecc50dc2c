// zh: 一个机构有哪些职务
// en: The posts of one body
// group: posts
// answers: Every post of a body and of its parts, with how many people are seen in it and from
//   when to when.
// param: body text (example 新宁县): the body's name, or a part of it
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
MATCH (b:Organisation)<-[:ROLE_IN]-(o:Role)<-[h:HELD]-(p:Person)
WHERE b.name CONTAINS $body OR $body IN b.aliases
MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = h.entry
WITH o, h, p, n, s
ORDER BY h.first_seen, n.id
WITH o, count(DISTINCT p) AS people, min(h.first_seen) AS first_seen, max(h.last_seen) AS last_seen,
     collect(DISTINCT n.id)[0..3] AS entries, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(substring(n.text, 0, 60))[0] AS words
RETURN o.name AS post, o.office AS office, o.rank AS rank, people, first_seen, last_seen, entries,
       source, span_start, words, o.id AS post_id
ORDER BY post, post_id
