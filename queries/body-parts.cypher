// zh: 机构的组成部分
// en: The parts of a body
// group: bodies
// answers: Which bodies belong to a body, directly or through another, and on what ground: the
//   name, the text, or a place.
// param: body text (example 县政府): the body's name, or a part of it
// param: limit number = 100 (example 50): at most so many
// column: body: the body above
// column: part: the body that belongs to it
// column: kind: what kind of body the part is
// column: basis: on what ground
// column: inferred: true where it is inferred
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: body_id: id of the body above
// column: part_id: id of the part
// column: entry: id of the entry
MATCH (b:Organisation)
WHERE b.name CONTAINS $body OR $body IN b.aliases
MATCH (part:Organisation)-[r:PART_OF]->(b)
WITH part, r, b, r.entry AS first
OPTIONAL MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = first
RETURN b.name AS body, part.name AS part, part.kind AS kind, r.basis AS basis,
       coalesce(r.inferred, false) AS inferred, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, b.id AS body_id, part.id AS part_id,
       n.id AS entry
ORDER BY body, part, body_id, part_id
LIMIT $limit
