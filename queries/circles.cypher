// zh: 人物的圈子
// en: The circles of people who meet one another more than others
// group: networks
// needs: measures of people, which `graph measure --write` writes
// whole-graph: it counts all people by circle
// answers: The communities of the network of co-attendance, the largest first: how many people,
//   the best acquainted of them, the events where two of them or more met, and the entry of the one
//   where most met.
// param: least number = 3 (example 4): only circles of at least so many people
// param: limit number = 20 (example 5): at most so many circles
// column: circle: its number, 1 the largest
// column: members: how many people belong to it
// column: people: up to ten of them, the best acquainted first
// column: events: in how many events two of them or more took part
// column: first_day: day of the first of these events
// column: last_day: day of the last of them
// column: source: file of the entry of the event where most of them met
// column: span_start: its character offset in that file
// column: words: its first words
// column: entry: its id
MATCH (p:Person)
WHERE p.community IS NOT NULL
WITH p.community AS circle, count(p) AS members
WHERE members >= $least
WITH circle, members
ORDER BY circle
LIMIT $limit
MATCH (p:Person)
WHERE p.community = circle
WITH circle, members, p
ORDER BY circle, p.acquaintances DESC, p.id
WITH circle, members, collect(p.name)[0..10] AS people
MATCH (p:Person)-[:PARTICIPATED_IN]->(e:Event)
WHERE p.community = circle
WITH circle, members, people, e, count(DISTINCT p) AS present
WHERE present >= 2
MATCH (e)-[:RECORDED_IN]->(n:Entry)-[:FROM_SOURCE]->(s:Source)
WITH circle, members, people, present, e, n, s
ORDER BY present DESC, e.date, n.id
WITH circle, members, people, count(DISTINCT e) AS events, min(e.date) AS first_day,
     max(e.date) AS last_day, collect(n.id)[0] AS entry, collect(s.name)[0] AS source,
     collect(n.span_start)[0] AS span_start, collect(substring(n.text, 0, 60))[0] AS words
RETURN circle, members, people, events, first_day, last_day, source, span_start, words, entry
ORDER BY circle, entry
