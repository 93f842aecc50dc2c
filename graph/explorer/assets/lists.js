// The way in: an overview, lists with filters, the results of a search.
function overviewPage() {
  const tiles = [['Person', 'people'], ['Organisation', 'bodies'], ['Event', 'meetings'], ['Location', 'places'], ['Document', 'documents']];
  const best = (label) => byLabel(label).sort((a, b) => degree(b) - degree(a) || a.at - b.at).slice(0, 10);
  const chart = el('div', { class: 'chart-slot' });
  // The chart's library is large: the page is there first.
  afterPaint(() => chart.isConnected && fill(chart, yearChart(byLabel('Event'))));
  const ranked = (title, label) => section(t(title), undefined, el('ol', { class: 'ranked' },
    best(label).map((node) => el('li', null, link(node), el('span', { class: 'faint' }, counted(degree(node), 'link'))))));
  return [
    el('header', { class: 'page-head' }, el('h1', null, t('title')), el('p', { class: 'sub' }, t('introduction'))),
    leftOutNotes(),
    el('ul', { class: 'tiles' },
      tiles.map(([label, key]) => el('li', null, el('a', { href: `#/${key}`, class: label },
        el('strong', null, byLabel(label).length.toLocaleString()), t(key)))),
      el('li', null, el('a', { href: '#/entries', class: 'Entry' }, el('strong', null, graph.entries.length.toLocaleString()), t('entries')))),
    section(t('byYear'), undefined, chart),
    el('div', { class: 'columns' }, ranked('mostLinked', 'Person'), ranked('mostLinkedBodies', 'Organisation')),
    section(t('sources'), graph.sources.length, longList(graph.sources.map((source, at) => ({ source, at })),
      ({ source, at }) => el('li', null, el('a', { href: `#/entries?source=${at}` }, source[1] || source[0]), ' ', el('span', { class: 'faint' }, source[0])), { class: 'plain-list' }, 12)),
    el('details', { class: 'licences' }, el('summary', null, t('licences')), el('pre', { lang: 'en' }, readJson('notices'))),
  ];
}

function afterPaint(action) {
  requestAnimationFrame(() => setTimeout(action, 0));
}

function leftOutNotes() {
  const { nodes, entries, network } = graph.left;
  return [
    (nodes > 0 || entries > 0) && el('p', { class: 'left-out', role: 'note' }, t('leftOut'), `${nodes} / ${entries}`),
    network > 0 && el('p', { class: 'left-out', role: 'note' }, t('leftOutOfNetwork'), network),
  ];
}

// People, bodies or documents: by name or Pinyin, and by kind.
function listPage(label, key, values) {
  const all = byLabel(label).sort((a, b) => degree(b) - degree(a) || a.at - b.at);
  const body = el('div');
  const kinds = KINDS[label] && present(KINDS[label], new Set(all.map((node) => node.x.kind)));
  const draw = ({ q, kind }) => {
    const found = q ? searchNodes(q, label) : all;
    const fit = found.filter((node) => !kind || node.x.kind === kind);
    fill(body, longList(fit, (node) => el('li', null, link(node),
      el('span', { class: 'faint' }, node.x.pinyin, ' ', node.x.scope || kindOf(node)),
      el('span', { class: 'number' }, degree(node))), { class: 'node-list' }, 60));
    return fit.length;
  };
  const form = el('form', { class: 'filters', 'aria-label': t('filter'), onsubmit: (event) => event.preventDefault() },
    el('label', null, el('span', null, t('nameFilter')), el('input', { name: 'q', value: values.q || '', autocomplete: 'off' })),
    kinds && select('kind', kinds, values.kind, t('allKinds'), t('kind')),
    el('output', { 'aria-live': 'polite' }));
  form.addEventListener('input', () => {
    const now = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    keepInAddress(now);
    tellCount(form, draw(now), all.length);
  });
  tellCount(form, draw(values), all.length);
  return [el('header', { class: 'page-head' }, el('h1', null, t(key))), form, body];
}

// Every event, filtered by day, kind and capacity of whoever took part.
function meetingsPage(values) {
  const all = byLabel('Event').sort(byDate);
  const body = el('div', { class: 'facts' });
  const draw = (chosen) => {
    const fit = all.filter((event) => passes(event, event.in, chosen));
    fill(body, longList(fit, (event) => fact({
      when: dateOf(event), what: link(event), chips: [chip(kindOf(event))], quoted: false,
    }), { class: 'fact-list' }));
    return fit.length;
  };
  const form = filterBar({
    kinds: present('event_types', new Set(all.map((event) => event.x.kind))),
    capacities: vocabulary.words.capacities,
    values,
    changed: (chosen) => tellCount(form, draw(chosen), all.length),
  });
  tellCount(form, draw(values), all.length);
  return [el('header', { class: 'page-head' }, el('h1', null, t('meetings'))), form, body];
}

function entriesPage(values) {
  const source = values.source === undefined ? null : Number(values.source);
  const all = graph.entries.filter((entry) => source === null || entry.sourceAt === source);
  const [name, heading] = (source !== null && graph.sources[source]) || [];
  return [
    el('header', { class: 'page-head' }, el('h1', null, heading || name || t('entries')), name && el('p', { class: 'faint' }, name)),
    longList(all, (entry) => el('li', { class: 'told' }, el('a', { href: entryAddress(entry), class: 'faint' }, entry.name),
      entryText({ entry: entry.at, start: 0, end: 0 })), { class: 'entry-list' }, 20),
  ];
}

const PLURAL = {
  Person: 'people', Organisation: 'bodies', Location: 'places', Event: 'meetings', Role: 'roles',
  Document: 'documents',
};

function searchPage(values) {
  const asked = values.q || '';
  const texts = searchTexts(asked);
  const nodes = searchNodes(asked);
  return [
    el('header', { class: 'page-head' }, el('h1', null, t('resultsFor'), ' ', el('q', null, asked))),
    !nodes.length && !texts.length && el('p', null, t('noResult')),
    Object.entries(PLURAL).map(([label, key]) => some(nodes.filter((node) => node.label === label), (found) => section(
      t(key), found.length, longList(found, (node) => el('li', null, link(node),
        el('span', { class: 'faint' }, node.x.pinyin, ' ', node.x.scope || kindOf(node))), { class: 'node-list' }, 12)))),
    some(texts, () => section(t('entries'), texts.length, longList(texts, (place) => el('li', null,
      el('a', { href: entryAddress(graph.entries[place.entry], place) }, graph.entries[place.entry].name), quote(place)), { class: 'plain-list' }, 20))),
  ];
}
