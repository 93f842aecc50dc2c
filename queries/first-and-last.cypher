// zh: 人物的首次与末次出现
// en: First and last appearance of people
// group: people
// whole-graph: it compares every person with every other
// answers: When each person is first and last told of, and in how many events, those who are told
//   of longest first.
// param: name text = "" (example 欧阳): only names with this in them; left out, all
// param: limit number = 50 (example 20): at most so many people
// column: person: name
// column: scope: the place or body by which the person is told from namesakes
// column: first_day: day of the first event
// column: last_day: last day of the last event
// column: days: days from the one to the other
// column: events: in how many events
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: words: the first words of the entry
// column: last_entry: id of the last entry
// column: person_id: id of the person
// column: entry: id of the first entry
MATCH (p:Person)-[:PARTICIPATED_IN]->(e:Event)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WHERE p.name CONTAINS $name AND e.date IS NOT NULL
WITH p, e, n, s
ORDER BY e.date, n.id
WITH p, count(DISTINCT e) AS events, min(e.date) AS first_day, max(e.date_end) AS last_day,
     collect(substring(n.text, 0, 60))[0] AS words, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(n.id) AS entries
RETURN p.name AS person, p.scope AS scope, first_day, last_day,
       duration.inDays(first_day, last_day).days AS days, events, source, span_start, words,
       entries[size(entries) - 1] AS last_entry, p.id AS person_id, entries[0] AS entry
ORDER BY days DESC, person, person_id
LIMIT $limit
