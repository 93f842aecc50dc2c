// zh: 系列会议的议程
// en: The agenda of a meeting series
// group: events
// whole-graph: it reads every numbered meeting
// answers: The meetings of a series by number, each with the documents that it studied, reviewed
//   or adopted.
// param: series text (example 常务会议): the name of the series, or a part of it
// param: ordinal number = 0 (example 0): only the meeting of this number; 0, all
// param: limit number = 200 (example 20): at most so many meetings
// column: series: the series
// column: ordinal: the number of the meeting
// column: date: first day
// column: event: its headline
// column: documents: what it dealt with
// column: done: what was done with each, in the same order
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE e.ordinal IS NOT NULL AND e.series CONTAINS $series
  AND ($ordinal = 0 OR e.ordinal = $ordinal)
WITH e, n, s
ORDER BY e.series, e.ordinal, e.date, e.id, n.id
LIMIT $limit
OPTIONAL MATCH (e)-[c:CONCERNS]->(d:Document)
WITH e, n, s, c, d
ORDER BY c.span_start, d.id
WITH e, n, s, collect(d.name) AS documents, collect(c.capacity) AS done
RETURN e.series AS series, e.ordinal AS ordinal, e.date AS date, e.name AS event, documents, done,
       s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, e.id AS event_id, n.id AS entry
ORDER BY series, ordinal, date, event_id, entry
