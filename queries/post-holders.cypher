// zh: 一个职务的历任
// en: Who held a post, over time
// group: posts
// answers: Everybody who is seen in a post of a body, in order of time, each with one entry that
//   shows it. Part of a body's name, full or short, is enough; without an office, all its posts.
// param: body text (example 新宁县政府): the body's name, or a part of it
// param: office text = "" (example 县长): the office alone; left out, every office
// column: post: body and office
// column: person: who held it
// column: first_seen: first day on which the person is seen in the post
// column: last_seen: last day on which the person is seen in the post
// column: started: day of the appointment, where an entry tells of it
// column: ended: day of the removal, where an entry tells of it
// column: inferred_end: day from which a successor is there, where no removal is told
// column: status: acting, former or concurrent, where it is written
// column: evidence: how many times the person is seen in the post
// column: source: file of the first entry that shows it
// column: span_start: character offset of that entry in the file
// column: words: its first words
// column: post_id: id of the post
// column: person_id: id of the person
// column: entry: id of the entry
MATCH (b:Organisation)
WHERE b.name CONTAINS $body OR any(alias IN b.aliases WHERE alias CONTAINS $body)
MATCH (b)<-[:ROLE_IN]-(o:Role)<-[h:HELD]-(p:Person)
WHERE $office = '' OR o.office = $office
WITH o, h, p, h.entry AS first
OPTIONAL MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = first
RETURN o.name AS post, p.name AS person, h.first_seen AS first_seen, h.last_seen AS last_seen,
       h.started AS started, h.ended AS ended, h.inferred_end AS inferred_end,
       h.status AS status, h.evidence AS evidence,
       s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, o.id AS post_id, p.id AS person_id, n.id AS entry
ORDER BY post, first_seen, person, status, post_id, person_id
