# Takes back all that rests on one source from a store that was loaded with TriG: every graph that does
# not stand without it. What rests on it together with others goes too; the next export of the other
# sources gives that again. Put the source's file name into the line marked `parameters`.
PREFIX dct: <http://purl.org/dc/terms/>

DELETE { GRAPH ?graph { ?s ?p ?o } ?graph dct:source ?any }
WHERE {
  VALUES (?name) { ("chronicle.txt") }  # parameters
  GRAPH ?own { ?source dct:identifier ?name }
  ?own dct:source ?source .
  ?graph dct:source ?source, ?any .
  GRAPH ?graph { ?s ?p ?o }
}
