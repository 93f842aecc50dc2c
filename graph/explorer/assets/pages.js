// The pages of a person, a body, a post, a document and an entry.
function personPage(person, values) {
  const posts = outOf(person, 'HELD').sort(byTenure);
  const met = companions(person);
  return [
    pageHead(person, el('p', { class: 'sub' }, person.x.pinyin,
      person.x.scope && el('span', { class: 'faint', lang: 'zh' }, ' · ', person.x.scope))),
    some(posts, () => section(t('posts'), posts.length,
      tenureTimeline(posts, (edge) => edge.to.name),
      longList(posts, (edge) => tenureFact(edge, edge.to), { class: 'fact-list' }, 12))),
    eventSection(t('events'), outOf(person, 'PARTICIPATED_IN'), values),
    some(met, () => section(t('meets'), met.length,
      longList(met, (row) => companionRow(row, met[0].events.length), { class: 'companions' }, 10))),
    circleSection(person),
    samePeople(person),
  ];
}

// Who meets one another more than others; only where the graph was measured.
function circleSection(person) {
  const { community } = person.x;
  const members = community
    ? byLabel('Person').filter((other) => other.x.community === community && other !== person) : [];
  members.sort((one, other) => (other.x.acquaintances || 0) - (one.x.acquaintances || 0) || one.at - other.at);
  return some(members, () => section(t('circle'), members.length,
    longList(members, (other) => el('li', null, link(other)), { class: 'circle' }, 30)));
}

function companionRow({ node, events }, most) {
  const bar = el('span', { class: 'bar', 'aria-hidden': 'true' });
  bar.style.width = `${Math.max(3, (100 * events.length) / most)}%`;
  const shared = el('ul', { class: 'shared' });
  const details = el('details', null,
    el('summary', null, el('span', { class: 'track' }, bar), `${events.length} ${t('together')}`), shared);
  details.addEventListener('toggle', () => {
    if (details.open && !shared.children.length) {
      put(shared, events.map((event) => el('li', null, el('span', { class: 'when' }, dateOf(event)), ' ', link(event))));
    }
  });
  return el('li', null, link(node), details);
}

function bodyPage(body, values) {
  const posts = into(body, 'ROLE_IN').map((edge) => edge.from);
  const holders = posts.flatMap((post) => into(post, 'HELD')).sort(byTenure);
  return [
    pageHead(body, breadcrumb(above(body))),
    some(holders, () => section(t('holders'), holders.length,
      holders.length <= 40 && tenureTimeline(holders, (edge) => `${edge.to.x.office} ${edge.from.name}`),
      longList(holders, (edge) => holderFact(edge), { class: 'fact-list' }, 12))),
    some(outOf(body, 'INVOLVED'), (edges) => eventSection(t('involved'), edges, values)),
    linkSection(t('parts'), into(body, 'PART_OF'), (edge) => edge.from),
    linkSection(t('partOf'), outOf(body, 'PART_OF'), (edge) => edge.to),
    linkSection(t('basedIn'), outOf(body, 'BASED_IN'), (edge) => edge.to),
    changeSection(t('cameFrom'), into(body, 'BECAME'), (edge) => edge.from),
    changeSection(t('became'), outOf(body, 'BECAME'), (edge) => edge.to),
    samePeople(body),
  ];
}

const changeSection = (title, edges, at) => some(edges, () => section(title, edges.length,
  longList(edges, (edge) => el('li', { class: 'fact' }, el('div', { class: 'when' }, edge.x.date),
    el('div', { class: 'what' }, el('p', { class: 'head' }, link(at(edge)), ' ', chip(t(edge.x.change))), quote(edge.place))),
  { class: 'fact-list' }, 12)));

function holderFact(edge) {
  const made = tenureFact(edge, edge.from);
  made.querySelector('.head').prepend(el('a', { href: address(edge.to), class: 'office' }, edge.to.x.office), ' ');
  return made;
}

function postPage(post) {
  const holders = into(post, 'HELD').sort(byTenure);
  const there = outOf(post, 'PRESENT_AT');
  return [
    pageHead(post),
    section(t('holders'), holders.length,
      some(holders, () => tenureTimeline(holders, (edge) => edge.from.name)),
      longList(holders, (edge) => tenureFact(edge, edge.from), { class: 'fact-list' })),
    linkSection(t('bodies'), outOf(post, 'ROLE_IN'), (edge) => edge.to),
    some(there, () => eventSection(t('involved'), there, {})),
  ];
}

const documentPage = (paper, values) => [
  pageHead(paper),
  eventSection(t('involved'), into(paper, 'CONCERNS'), values, (edge) => edge.from),
];

function meetingPage(event) {
  const people = into(event, 'PARTICIPATED_IN');
  const posts = into(event, 'PRESENT_AT');
  const order = Object.keys(vocabulary.words.capacities);
  people.sort((one, other) => order.indexOf(one.x.capacity) - order.indexOf(other.x.capacity)
    || (one.place?.start ?? 0) - (other.place?.start ?? 0));
  const kin = event.x.series
    ? byLabel('Event').filter((other) => other.x.series === event.x.series && other !== event)
      .sort((one, other) => (one.x.ordinal || 0) - (other.x.ordinal || 0) || byDate(one, other))
    : [];
  return [
    pageHead(event, el('p', { class: 'sub' }, dateOf(event) || t('undated'),
      event.x.series && el('span', { class: 'faint', lang: 'zh' }, ' · ', event.x.series, event.x.ordinal && ` (${event.x.ordinal})`)),
    some(event.x.figures || [], (figures) => el('p', { class: 'faint' }, figures.map((figure) => [chip(figure), ' '])))),
    event.told.map((place) => el('div', { class: 'told' }, entryHead(graph.entries[place.entry]),
      entryText({ ...place, start: 0, end: 0 }))),
    some(people, () => section(t('participants'), people.length,
      longList(people, (edge) => participantFact(edge, posts), { class: 'fact-list' }))),
    linkSection(t('bodiesThere'), into(event, 'INVOLVED'), (edge) => edge.from),
    linkSection(t('where'), outOf(event, 'HELD_AT'), (edge) => edge.to),
    linkSection(t('papers'), outOf(event, 'CONCERNS'), (edge) => edge.to),
    some(kin, () => section(t('series'), kin.length, longList(kin, (other) => el('li', { class: 'fact' },
      el('div', { class: 'when' }, dateOf(other)), el('div', { class: 'what' }, link(other))), { class: 'fact-list' }, 12))),
  ];
}

function participantFact(edge, posts) {
  const held = posts.filter((post) => graph.nodes[post.x.person] === edge.from);
  return el('li', { class: 'fact plain' }, el('div', { class: 'what' },
    el('p', { class: 'head' }, link(edge.from), ' ', capacityChips(edge), ' ',
      held.map((post) => [el('a', { href: address(post.from), class: 'faint' }, post.from.name), ' ',
        post.x.inferred && chip(t('inferred'), 'inferred')]),
      !held.length && el('span', { class: 'faint', lang: 'zh' }, (edge.x.roles || []).join('、'))),
    quote(edge.place)));
}

function placePage(place, values) {
  const here = into(place, 'HELD_AT');
  return [
    pageHead(place, breadcrumb(above(place)), place.x.adcode && el('p', { class: 'faint' }, place.x.adcode)),
    linkSection(t('parts'), into(place, 'PART_OF'), (edge) => edge.from),
    some(here, () => eventSection(t('heldHere'), here, values, (edge) => edge.from)),
    linkSection(t('basedHere'), into(place, 'BASED_IN'), (edge) => edge.from),
    linkSection(t('partOf'), outOf(place, 'PART_OF'), (edge) => edge.to),
  ];
}

// An entry on a page of its own; at=START-END marks words of it.
function entryPage(entry, values) {
  const [start, end] = (values.at || '0-0').split('-').map(Number);
  const url = entry.source?.[2];
  return [
    el('header', { class: 'page-head' }, el('p', { class: 'eyebrow' }, dot('Entry'), named(vocabulary.nodes.Entry)),
      el('h1', null, entry.name), el('p', { class: 'sub' }, entry.source?.[1])),
    el('div', { class: 'told' }, entryHead(entry), entryText({ entry: entry.at, start, end })),
    entryNotes(entry),
    /^https?:/.test(url || '') && el('p', null, el('a', { href: url, rel: 'noopener noreferrer' }, url)),
    section(t('meetings'), entry.events.length, longList(entry.events, (event) => el('li', { class: 'fact' },
      el('div', { class: 'when' }, dateOf(event)), el('div', { class: 'what' }, link(event), ' ', chip(kindOf(event)))), { class: 'fact-list' })),
  ];
}
