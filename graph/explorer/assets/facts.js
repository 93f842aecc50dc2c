// A fact is a line: its date, what it says, and the words of the source.
const chip = (text, kind) => text && el('span', { class: `chip ${kind || ''}` }, text);

function fact({ when, what, chips = [], place, quoted = true }) {
  return el('li', { class: 'fact' },
    el('div', { class: 'when' }, when || el('span', { class: 'faint' }, t('undated'))),
    el('div', { class: 'what' },
      el('p', { class: 'head' }, what, ' ', chips),
      quoted && quote(place)));
}

const capacityChips = (edge) =>
  capacitiesOf(edge).map((name) => chip(capacityWord(edge, name), 'capacity'));

function eventFact(edge, event = edge.to) {
  return fact({
    when: dateOf(event),
    what: link(event),
    chips: [chip(kindOf(event)), capacityChips(edge)],
    place: edge.place,
  });
}

// When a post was held: what is told apart from what was only seen.
function tenureText(edge) {
  const { started, ended, first_seen: first, last_seen: last, inferred_end: gone } = edge.x;
  const parts = [];
  if (started) parts.push(`${t('appointed')} ${started}`);
  if (first) parts.push(`${t('seen')} ${first}${last && last !== first ? ` – ${last}` : ''}`);
  if (ended) parts.push(`${t('left')} ${ended}`);
  else if (gone) parts.push(`${t('successorSeen')} ${gone}`);
  return parts.join(' · ');
}

const tenureFrom = (edge) => edge.x.started || edge.x.first_seen || '';
const tenureTo = (edge) => edge.x.ended || edge.x.last_seen || edge.x.started || '';

function tenureFact(edge, who) {
  const { status, evidence, inferred } = edge.x;
  return fact({
    when: tenureFrom(edge),
    what: [link(who), el('span', { class: 'faint' }, tenureText(edge))],
    chips: [
      status && chip(word('role_statuses', status), 'capacity'),
      inferred && chip(t('inferred'), 'inferred'),
      evidence > 1 && el('span', { class: 'faint' }, `${evidence} ${t('timesTold')}`),
    ],
    place: edge.place,
  });
}

const byTenure = (one, other) =>
  (tenureFrom(one) || '9').localeCompare(tenureFrom(other) || '9') || one.at - other.at;

function section(title, count, ...children) {
  return el('section', null,
    el('h2', null, title, count !== undefined && el('span', { class: 'count' }, count)), children);
}

const some = (list, make) => list.length > 0 && make(list);

// Facts about events, with filters where they are many.
function eventSection(title, edges, values, at = (edge) => edge.to) {
  const sorted = [...edges].sort((one, other) => byDate(at(one), at(other)));
  const body = el('div', { class: 'facts' });
  const draw = (chosen) => {
    const fit = sorted.filter((edge) => passes(at(edge), [edge], chosen));
    fill(body, longList(fit, (edge) => eventFact(edge, at(edge)), { class: 'fact-list' }));
    return fit.length;
  };
  if (sorted.length < 6 && !Object.keys(values).length) {
    draw({});
    return section(title, sorted.length, body);
  }
  const list = CAPACITIES[sorted[0]?.type];
  const form = filterBar({
    kinds: present('event_types', new Set(sorted.map((edge) => at(edge).x.kind))),
    capacities: list && present(list, new Set(sorted.flatMap(capacitiesOf))),
    values,
    changed: (chosen) => tellCount(form, draw(chosen), sorted.length),
  });
  tellCount(form, draw(values), sorted.length);
  return section(title, sorted.length, form, body);
}

// The other edges of a node as plain facts, without a date of their own.
function linkSection(title, edges, at) {
  return some(edges, () => section(title, edges.length,
    longList(edges, (edge) => el('li', { class: 'fact plain' },
      el('div', { class: 'what' },
        el('p', { class: 'head' }, link(at(edge)), ' ', chip(kindOf(at(edge))), capacityChips(edge),
          edge.x.inferred && chip(t('inferred'), 'inferred')),
        quote(edge.place))), { class: 'fact-list' }, 12)));
}

function pageHead(node, ...lines) {
  return el('header', { class: 'page-head' },
    el('p', { class: 'eyebrow' }, dot(node.label), named(vocabulary.nodes[node.label]),
      kindOf(node) && ` · ${kindOf(node)}`),
    el('h1', { lang: 'zh' }, node.name), lines,
    some(node.x.aliases || [], (names) =>
      el('p', { class: 'faint' }, t('aliases'), ' ', names.join('、'))),
    el('p', null, el('a', { class: 'button', href: `#/network?focus=${encodeURIComponent(node.id)}` }, t('inNetwork'))));
}

const breadcrumb = (path) => some(path, () => el('p', { class: 'breadcrumb' },
  path.map((node, at) => [at > 0 && ' › ', el('a', { href: address(node) }, node.name)])));

function samePeople(node) {
  const edges = [...outOf(node, 'POSSIBLY_SAME'), ...into(node, 'POSSIBLY_SAME')];
  return some(edges, () => section(t('possiblySame'), edges.length, el('ul', { class: 'fact-list' },
    edges.map((edge) => el('li', { class: 'fact plain' }, el('div', { class: 'what' },
      el('p', { class: 'head' }, link(edge.from === node ? edge.to : edge.from), ' ',
        chip(edge.x.score?.toFixed(2), 'inferred')),
      el('p', { class: 'faint', lang: 'en' }, edge.x.reason)))))));
}
