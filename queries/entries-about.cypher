// zh: 包含某个词的条目
// en: Entries with certain words
// group: documents
// whole-graph: it reads the text of every entry
// answers: Every entry whose text has these words in it, in the order of the sources, with the
//   events it tells of. Write the words as the source does.
// param: words text (example 崀山): words to look for
// param: limit number = 100 (example 20): at most so many entries
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: kinds: the kinds of its events
// column: text: the entry
// column: entry: id of the entry
MATCH (s:Source)<-[:FROM_SOURCE]-(n:Entry)
WHERE n.text CONTAINS $words
OPTIONAL MATCH (n)<-[:RECORDED_IN]-(e:Event)
WITH s, n, e
ORDER BY e.date, e.id
WITH s, n, collect(e.kind) AS kinds
RETURN s.name AS source, n.span_start AS span_start, kinds, n.text AS text, n.id AS entry
ORDER BY source, span_start, entry
LIMIT $limit
