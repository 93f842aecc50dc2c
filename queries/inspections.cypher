// zh: 调研视察与陪同人员
// en: Inspections and visits, and who accompanied
// group: events
// whole-graph: it reads every inspection
// answers: Who went to look at work where and when, who led and who went along; one row an event.
// param: person person = "" (example 欧阳明川): only where this person took part; left out, all
// param: kind text = inspection (example inspection): inspection, or visit for guests from outside
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// column: date: first day of the event
// column: event: its headline
// column: led: who led or took part otherwise than in company
// column: accompanied: who went along
// column: places: the places visited
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE e.kind = $kind
  AND coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
OPTIONAL MATCH (e)<-[r:PARTICIPATED_IN]-(p:Person)
WITH e, n, s, r, p
ORDER BY r.span_start, p.id
WITH e, n, s,
     collect(CASE WHEN 'accompany' IN r.capacities THEN null ELSE p.name END) AS led,
     collect(CASE WHEN 'accompany' IN r.capacities THEN p.name ELSE null END) AS accompanied,
     collect(p.id) AS ids
WHERE $person = '' OR $person IN ids OR $person IN led OR $person IN accompanied
OPTIONAL MATCH (e)-[a:HELD_AT]->(l:Location)
WITH e, n, s, led, accompanied, a, l
ORDER BY a.span_start, l.id
WITH e, n, s, led, accompanied, collect(l.name) AS places
RETURN e.date AS date, e.name AS event, led, accompanied, places, s.name AS source,
       n.span_start AS span_start, substring(n.text, 0, 60) AS words, e.id AS event_id, n.id AS entry
ORDER BY date, event_id, entry
