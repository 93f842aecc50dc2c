// zh: 签约与各方
// en: Signings and their parties
// group: bodies
// answers: What was signed when, between which bodies, by whom, and which documents; one row a
//   signing.
// param: body text = "" (example 医院): only where a party's name has this in it; left out, all
// param: from date = 0001-01-01 (example 2019-01-01): first day of the range
// param: to date = 9999-12-31 (example 2023-12-31): last day of the range
// column: date: first day of the event
// column: event: its headline
// column: parties: the bodies that took part
// column: people: the people who took part
// column: documents: what was signed, where it has a title
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: event_id: id of the event
// column: entry: id of the entry
MATCH (e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE e.kind = 'signing'
  AND coalesce(e.date_end, date($from)) >= date($from)
  AND coalesce(e.date, date($to)) <= date($to)
OPTIONAL MATCH (e)<-[i:INVOLVED]-(b:Organisation)
WITH e, n, s, i, b
ORDER BY i.span_start, b.id
WITH e, n, s, collect(b.name) AS parties
WHERE $body = '' OR any(party IN parties WHERE party CONTAINS $body)
OPTIONAL MATCH (e)<-[r:PARTICIPATED_IN]-(p:Person)
WITH e, n, s, parties, r, p
ORDER BY r.span_start, p.id
WITH e, n, s, parties, collect(p.name) AS people
OPTIONAL MATCH (e)-[:CONCERNS]->(d:Document)
WITH e, n, s, parties, people, d
ORDER BY d.id
WITH e, n, s, parties, people, collect(d.name) AS documents
RETURN e.date AS date, e.name AS event, parties, people, documents, s.name AS source,
       n.span_start AS span_start, substring(n.text, 0, 60) AS words, e.id AS event_id, n.id AS entry
ORDER BY date, event_id, entry
