// zh: 某日在任者
// en: Who held the posts of a body on a day
// group: posts
// answers: Everybody who by what is told held a post of a body on one day: appointed or seen by
//   then, and not yet removed, succeeded or last seen before.
// param: body text (example 新宁县): the body's name, or a part of it
// param: day date (example 2020-03-10): the day
// param: slack number = 90 (example 90): so many days after being seen last still count
// column: post: body and office
// column: person: who held it
// column: since: day of the appointment, else the first day on which the person is seen in it
// column: last_seen: last day on which the person is seen in it
// column: ended: day of the removal, where it is told
// column: status: acting, former or concurrent, where it is written
// column: source: file of the first entry that shows it
// column: span_start: character offset of that entry in the file
// column: words: its first words
// column: person_id: id of the person
// column: post_id: id of the post
// column: entry: id of the entry
MATCH (b:Organisation)<-[:ROLE_IN]-(o:Role)<-[h:HELD]-(p:Person)
WHERE b.name CONTAINS $body AND coalesce(h.started, h.first_seen) <= date($day)
  AND coalesce(h.ended, h.last_seen + duration({days: $slack})) >= date($day)
  AND coalesce(h.inferred_end, date($day)) >= date($day)
  AND coalesce(h.status, '') <> 'former'
WITH o, h, p, h.entry AS first
OPTIONAL MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = first
RETURN o.name AS post, p.name AS person, coalesce(h.started, h.first_seen) AS since,
       h.last_seen AS last_seen, h.ended AS ended, h.status AS status, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words,
       p.id AS person_id, o.id AS post_id, n.id AS entry
ORDER BY post, since, person_id, post_id
