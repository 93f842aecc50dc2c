// zh: 没有确切日期的事件
// en: Events without a certain day
// group: quality
// whole-graph: it looks at every event
// answers: Events of which only the month, the season or the year is known, or nothing, with the
//   words that say when.
// param: limit number = 100 (example 50): at most so many
// column: precision: how exactly the day is known
// column: date: first day that it may be; empty where the year is unknown
// column: date_end: last day
// column: date_text: the date as the text has it
// column: event: headline of the event
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE e.date IS NULL OR e.precision <> 'day'
RETURN e.precision AS precision, e.date AS date, e.date_end AS date_end, e.date_text AS date_text,
       e.name AS event, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, e.id AS event_id, n.id AS entry
ORDER BY date, event_id, entry
LIMIT $limit
