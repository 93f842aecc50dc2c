// zh: 地点的下级
// en: The places within a place
// group: places
// answers: Which places lie directly in a place, with the number of events at each.
// param: place text (example 新宁县): the place's name
// column: place: the place above
// column: part: the place within it
// column: kind: what kind of place
// column: adcode: its administrative code, where it has one
// column: events: how many events happened at it
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: place_id: id of the place above
// column: part_id: id of the place within
// column: entry: id of the entry that names it, or a place in it
MATCH (l:Location)
WHERE l.name = $place OR $place IN l.aliases
MATCH (part:Location)-[r:PART_OF]->(l)
OPTIONAL MATCH (part)<-[:HELD_AT]-(e:Event)
WITH l, part, r.entry AS first, count(DISTINCT e) AS events
OPTIONAL MATCH (n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE n.id = first
RETURN l.name AS place, part.name AS part, part.kind AS kind, part.adcode AS adcode, events,
       s.name AS source, n.span_start AS span_start, substring(n.text, 0, 60) AS words,
       l.id AS place_id, part.id AS part_id, n.id AS entry
ORDER BY events DESC, part, place_id, part_id
