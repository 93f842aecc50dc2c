// zh: 来源一览
// en: The sources of the graph
// group: quality
// whole-graph: it counts every entry
// answers: Every file that was read, with the number of its entries and events, the range of its
//   dates, and the id of its first entry.
// column: source: name of the file
// column: heading: its heading
// column: entries: number of entries
// column: events: number of events
// column: first_day: first day
// column: last_day: last day
// column: sha256: checksum of the file
// column: source_id: id of the source
// column: words: the first words of the first entry
// column: entry: id of the first entry
MATCH (s:Source)<-[:FROM_SOURCE]-(n:Entry)
OPTIONAL MATCH (n)<-[:RECORDED_IN]-(e:Event)
WITH s, n, e
ORDER BY n.span_start, n.id
WITH s, count(DISTINCT n) AS entries, count(DISTINCT e) AS events, min(e.date) AS first_day,
     max(e.date_end) AS last_day, collect(n.id)[0] AS entry,
     collect(substring(n.text, 0, 60))[0] AS words
RETURN s.name AS source, s.heading AS heading, entries, events, first_day, last_day, s.sha256 AS sha256,
       s.id AS source_id, words, entry
ORDER BY source, source_id
