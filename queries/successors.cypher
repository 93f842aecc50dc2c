// zh: 一个职务的前后任
// en: Predecessors and successors in a post
// group: posts
// answers: The line of holders of each post that one person holds at a time, with the days between
//   one and the next: nought and more is a gap or a handover, less than nought an overlap, which
//   is either a mistake or a second holder. Nothing is smoothed away.
// param: body text (example 新宁县政府): the body's name, or a part of it
// param: office text = "" (example 县长): the office alone; left out, every office
// column: post: body and office
// column: person: who held it
// column: began: day of the appointment, else the first day on which the person is seen in it
// column: until: day of the removal, else the last day on which the person is seen in it
// column: told: true where a removal is told, false where the person is only seen no longer
// column: successor: who held it next
// column: successor_began: the first sign of the successor
// column: gap_days: days from the one to the other
// column: source: file of the first entry that shows the person in the post
// column: span_start: character offset of that entry in the file
// column: words: its first words
// column: post_id: id of the post
// column: person_id: id of the person
// column: successor_id: id of the successor
// column: entry: id of the entry
MATCH (b:Organisation)
WHERE b.name CONTAINS $body OR any(alias IN b.aliases WHERE alias CONTAINS $body)
MATCH (b)<-[:ROLE_IN]-(o:Role)<-[h:HELD]-(p:Person)
WHERE ($office = '' OR o.office = $office) AND
      (h.successor IS NOT NULL OR h.predecessor IS NOT NULL)
OPTIONAL MATCH (q:Person)-[k:HELD]->(o)
WHERE q.id = h.successor
WITH o, h, p, q, h.entry AS first, min(coalesce(k.started, k.first_seen)) AS successor_began
OPTIONAL MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = first
RETURN o.name AS post, p.name AS person, coalesce(h.started, h.first_seen) AS began,
       coalesce(h.ended, h.last_seen) AS until, h.ended IS NOT NULL AS told,
       q.name AS successor, successor_began, h.gap_days AS gap_days, s.name AS source,
       n.span_start AS span_start, substring(n.text, 0, 60) AS words, o.id AS post_id,
       p.id AS person_id, q.id AS successor_id, n.id AS entry
ORDER BY post, began, until, person, post_id, person_id
