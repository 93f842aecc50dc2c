// The graph in memory: nodes with their edges on both sides, entries with what they mention.
const vocabulary = readJson('vocabulary');
const graph = (() => {
  const data = readJson('data');
  const nodes = data.nodes.map(([label, id, name, full, letters, x], at) => ({
    at, id, name, full, letters, x, label: vocabulary.labels[label], out: [], in: [], told: [],
  }));
  const edges = data.edges.map(([type, from, to, entry, start, end, x], at) => {
    const place = entry < 0 ? null : { entry, start, end };
    const edge = {
      at, type: vocabulary.types[type], from: nodes[from], to: nodes[to], place, x: x || {},
    };
    edge.from.out.push(edge);
    edge.to.in.push(edge);
    return edge;
  });
  const entries = data.entries.map(([id, name, source, text, heading, place, warnings], at) => ({
    at, id, name, source: data.sources[source], sourceAt: source, text, heading, place, warnings,
    mentions: [], events: [],
  }));
  for (const [event, entry, start, end] of data.recorded) {
    nodes[event].told.push({ entry, start, end });
    entries[entry].events.push(nodes[event]);
  }
  for (const [entry, node, start, end] of data.mentions) {
    entries[entry].mentions.push({ node: nodes[node], start, end });
  }
  return {
    nodes, edges, entries, sources: data.sources, network: data.network, left: data.left,
    byId: new Map(nodes.map((node) => [node.id, node])),
    entryById: new Map(entries.map((entry) => [entry.id, entry])),
  };
})();

const byLabel = (label) => graph.nodes.filter((node) => node.label === label);
const degree = (node) => node.out.length + node.in.length;
const outOf = (node, type) => node.out.filter((edge) => edge.type === type);
const into = (node, type) => node.in.filter((edge) => edge.type === type);
const word = (list, name) => named(vocabulary.words[list][name], name);

const KINDS = {
  Event: 'event_types', Organisation: 'organisation_kinds', Location: 'location_kinds',
  Document: 'document_kinds',
};
const CAPACITIES = {
  PARTICIPATED_IN: 'capacities', INVOLVED: 'organisation_capacities',
  CONCERNS: 'document_capacities',
};
const ROUTES = {
  Person: 'person', Organisation: 'body', Event: 'meeting', Location: 'place', Role: 'post',
  Document: 'document',
};

const kindOf = (node) => (KINDS[node.label] && node.x.kind ? word(KINDS[node.label], node.x.kind) : '');
const address = (node) => `#/${ROUTES[node.label]}/${encodeURIComponent(node.id)}`;

// The capacities of an edge by their names in the vocabulary.
function capacitiesOf(edge) {
  if (edge.x.capacities) return edge.x.capacities;
  return edge.x.capacity ? [edge.x.capacity] : [];
}
const capacityWord = (edge, name) => word(CAPACITIES[edge.type] || 'capacities', name);

// A date as it is known: no day where only the month is told, no year where none is given.
function dateOf(event) {
  const { date_text: text, date, date_end: end, precision } = event.x;
  const known = { month: 7, year: 4 }[precision];
  if (date && known) {
    const [first, last] = [date.slice(0, known), (end || date).slice(0, known)];
    return first === last ? first : `${first} – ${last}`;
  }
  return (text || date || '').replace(/^--/, '').replace('/', ' – ');
}

const firstDay = (event) => event.x.date || '';
const lastDay = (event) => event.x.date_end || event.x.date || '';
const byDate = (one, other) =>
  (firstDay(one) || '9').localeCompare(firstDay(other) || '9') || one.at - other.at;

// Whom a person meets, the most often first: [{node, events}].
function companions(person) {
  const met = new Map();
  for (const { to: event } of outOf(person, 'PARTICIPATED_IN')) {
    for (const { from: other } of into(event, 'PARTICIPATED_IN')) {
      if (other === person) continue;
      if (!met.has(other)) met.set(other, new Set());
      met.get(other).add(event);
    }
  }
  return [...met]
    .map(([node, events]) => ({ node, events: [...events].sort(byDate) }))
    .sort((one, other) => other.events.length - one.events.length || one.node.at - other.node.at);
}

// The units above a body or place, the largest first.
function above(node) {
  const path = [];
  for (let now = node; ; ) {
    const up = outOf(now, 'PART_OF')[0];
    if (!up || path.includes(up.to) || up.to === node) return path.reverse();
    path.push(up.to);
    now = up.to;
  }
}
