// zh: 最常去的地方
// en: The places visited most
// group: places
// whole-graph: it counts every visit
// answers: Where inspections, visits and calls of condolence went, the most frequent first.
// param: person person = "" (example 欧阳明川): only where this person was; left out, everybody
// param: limit number = 50 (example 20): at most so many places
// column: place: the place
// column: kind: what kind of place
// column: events: how many events
// column: first_day: day of the first
// column: last_day: day of the last
// column: entries: ids of up to three entries that show it
// column: source: file of the first of them
// column: span_start: its character offset in that file
// column: words: its first words
// column: place_id: id of the place
MATCH (l:Location)<-[:HELD_AT]-(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE e.kind IN ['inspection', 'visit', 'condolence']
  AND ($person = '' OR EXISTS {
    MATCH (e)<-[:PARTICIPATED_IN]-(p:Person)
    WHERE p.id = $person OR p.name = $person OR $person IN p.aliases
  })
WITH l, e, n, s
ORDER BY e.date, n.id
WITH l, count(DISTINCT e) AS events, min(e.date) AS first_day, max(e.date) AS last_day,
     collect(DISTINCT n.id)[0..3] AS entries, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(substring(n.text, 0, 60))[0] AS words
RETURN l.name AS place, l.kind AS kind, events, first_day, last_day, entries, source, span_start,
       words, l.id AS place_id
ORDER BY events DESC, place, place_id
LIMIT $limit
