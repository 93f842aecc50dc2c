// 全文检索 · Entries and names with certain words, best first (two characters or more)
CALL db.index.fulltext.queryNodes('chronicle_text', '"会议"') YIELD node, score
RETURN labels(node)[0] AS label, node.name AS name, left(node.text, 60) AS words, score
LIMIT 25
