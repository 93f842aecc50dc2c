// zh: 学习、审议、通过的文件
// en: Documents studied, reviewed, adopted, signed or issued
// group: documents
// answers: Which documents came up in which events, and what was done with them, in order of time.
// param: title text = "" (example 措施): only documents with this in their title; left out, all
// param: capacity text = "" (example adopted): adopted, signed, studied, issued or reviewed; left
//   out, all
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// column: date: first day of the event
// column: document: its title
// column: capacity: what was done with it
// column: kind: kind of event
// column: event: headline of the event
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: document_id: id of the document
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (d:Document)<-[c:CONCERNS]-(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE d.name CONTAINS $title AND ($capacity = '' OR c.capacity = $capacity)
  AND coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
RETURN e.date AS date, d.name AS document, c.capacity AS capacity, e.kind AS kind,
       e.name AS event, s.name AS source, n.span_start AS span_start,
       substring(n.text, 0, 60) AS words, d.id AS document_id, e.id AS event_id, n.id AS entry
ORDER BY date, document, document_id, event_id, capacity, entry
