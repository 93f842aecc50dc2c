// zh: 一个人担任过的职务
// en: The posts of one person, with dates
// group: posts
// answers: Which posts a person is seen in, from which day to which day; a beginning or an end only
//   where an appointment or a removal says so, and who came next. A post that the person came back
//   to stands twice. Each with one entry that shows it.
// param: person person (example 欧阳明川): the person's name
// column: post: body and office
// column: first_seen: first day on which the person is seen in the post
// column: last_seen: last day on which the person is seen in the post
// column: started: day of the appointment, where an entry tells of it
// column: ended: day of the removal, where an entry tells of it
// column: inferred_end: day from which a successor is there, where no removal is told
// column: successor: who held the post next, where one person holds it at a time
// column: status: acting, former or concurrent, where it is written
// column: evidence: how many times the post is seen
// column: scope: the place or body by which the person is told from namesakes
// column: source: file of the first entry that shows the post
// column: span_start: character offset of that entry in the file
// column: words: its first words
// column: person_id: id of the person
// column: post_id: id of the post
// column: entry: id of the entry
MATCH (p:Person)-[h:HELD]->(o:Role)
WHERE p.id = $person OR p.name = $person OR $person IN p.aliases
WITH p, h, o, h.entry AS first, h.successor AS after
OPTIONAL MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = first
OPTIONAL MATCH (next:Person)
WHERE next.id = after
RETURN o.name AS post, h.first_seen AS first_seen, h.last_seen AS last_seen, h.started AS started,
       h.ended AS ended, h.inferred_end AS inferred_end, next.name AS successor,
       h.status AS status, h.evidence AS evidence, p.scope AS scope,
       s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, p.id AS person_id, o.id AS post_id, n.id AS entry
ORDER BY first_seen, post, status, person_id, post_id
