// zh: 按届次排列的会议
// en: The meetings of a series, by number
// group: events
// whole-graph: it reads every numbered meeting
// answers: Meetings that are counted (第110次常务会议), in the order of their numbers, so that a gap
//   in a series shows.
// param: series text = "" (example 常务会议): only series with this in their name; left out, all
// param: limit number = 200 (example 20): at most so many meetings
// column: series: the series
// column: ordinal: number of the meeting in it
// column: date: first day of the meeting
// column: event: its headline
// column: chair: who chaired
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE e.ordinal IS NOT NULL AND e.series CONTAINS $series
WITH e, n, s
ORDER BY e.series, e.ordinal, e.date, e.id, n.id
LIMIT $limit
OPTIONAL MATCH (e)<-[r:PARTICIPATED_IN]-(p:Person)
WHERE 'chair' IN r.capacities
WITH e, n, s, r, p
ORDER BY r.span_start, p.id
WITH e, n, s, collect(p.name) AS chair
RETURN e.series AS series, e.ordinal AS ordinal, e.date AS date, e.name AS event, chair,
       s.name AS source, n.span_start AS span_start, substring(n.text, 0, 60) AS words,
       e.id AS event_id, n.id AS entry
ORDER BY series, ordinal, date, event_id, entry
