// zh: 带有警告的条目
// en: Entries with warnings
// group: quality
// whole-graph: it looks at every entry
// answers: Entries where the reading found something doubtful (a heading that disagrees with its
//   dates, a year that is nowhere given), in the order of the sources.
// param: limit number = 200 (example 50): at most so many entries
// column: source: file of the entry
// column: span_start: character offset of the entry in that file
// column: warnings: what is doubtful
// column: words: the first words of the entry
// column: entry: id of the entry
MATCH (s:Source)<-[:FROM_SOURCE]-(n:Entry)
WHERE size(n.warnings) > 0
RETURN s.name AS source, n.span_start AS span_start, n.warnings AS warnings,
       substring(n.text, 0, 60) AS words, n.id AS entry
ORDER BY source, span_start, entry
LIMIT $limit
