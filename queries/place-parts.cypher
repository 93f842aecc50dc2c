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
// column: entries: ids of up to three entries that name it
// column: source: file of the first of them
// column: span_start: its character offset in that file
// column: words: its first words
// column: place_id: id of the place above
// column: part_id: id of the place within
MATCH (l:Location)
WHERE l.name = $place OR $place IN l.aliases
MATCH (part:Location)-[:PART_OF]->(l)
OPTIONAL MATCH (part)<-[:HELD_AT]-(e:Event)
WITH l, part, count(DISTINCT e) AS events
OPTIONAL MATCH (part)<-[:MENTIONS]-(n:Entry)-[:FROM_SOURCE]->(s:Source)
WITH l, part, events, n, s
ORDER BY n.id
WITH l, part, events, collect(n.id)[0..3] AS entries, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(substring(n.text, 0, 60))[0] AS words
RETURN l.name AS place, part.name AS part, part.kind AS kind, part.adcode AS adcode, events,
       entries, source, span_start, words, l.id AS place_id, part.id AS part_id
ORDER BY events DESC, part, place_id, part_id
