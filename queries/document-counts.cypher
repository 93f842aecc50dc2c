// zh: 最常见的文件
// en: The documents dealt with most
// group: documents
// whole-graph: it counts every document
// answers: Documents by the number of events that dealt with them, and what was done with them.
// param: title text = "" (example 条例): only documents with this in their title; left out, all
// param: limit number = 50 (example 20): at most so many
// column: document: its title
// column: kind: what kind of document
// column: events: in how many events
// column: done: what was done with it
// column: first_day: day of the first event
// column: last_day: day of the last
// column: entries: ids of up to three entries that show it
// column: source: file of the first of them
// column: span_start: its character offset in that file
// column: words: its first words
// column: document_id: id of the document
MATCH (d:Document)<-[c:CONCERNS]-(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE d.name CONTAINS $title
WITH d, c, e, n, s
ORDER BY e.date, n.id, c.capacity
WITH d, count(DISTINCT e) AS events, collect(DISTINCT c.capacity) AS done, min(e.date) AS first_day,
     max(e.date) AS last_day, collect(DISTINCT n.id)[0..3] AS entries, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(substring(n.text, 0, 60))[0] AS words
RETURN d.name AS document, d.kind AS kind, events, done, first_day, last_day, entries, source,
       span_start, words, d.id AS document_id
ORDER BY events DESC, document, document_id
LIMIT $limit
