// The frame around the pages: the bar on top, the way from address to page, language and colours.
const NAV = [
  ['overview', '#/'], ['people', '#/people'], ['bodies', '#/bodies'], ['meetings', '#/meetings'],
  ['places', '#/places'], ['documents', '#/documents'], ['network', '#/network'],
];

const LISTS = {
  '': overviewPage,
  people: (values) => listPage('Person', 'people', values),
  bodies: (values) => listPage('Organisation', 'bodies', values),
  documents: (values) => listPage('Document', 'documents', values),
  meetings: meetingsPage,
  places: placesPage,
  network: networkPage,
  entries: entriesPage,
  search: searchPage,
};

const PAGES = {
  person: personPage, body: bodyPage, meeting: meetingPage, place: placePage, post: postPage,
  document: documentPage,
};

const SECTION = { person: 'people', body: 'bodies', meeting: 'meetings', place: 'places', document: 'documents', '': 'overview' };

function parseAddress() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [view, id] = path.split('/');
  return { view, id: id && safely(id), values: Object.fromEntries(new URLSearchParams(query || '')) };
}

// An address that somebody typed may not be well-formed.
function safely(id) {
  try { return decodeURIComponent(id); } catch { return id; }
}

function pageOf({ view, id, values }) {
  if (view === 'entry') {
    const entry = graph.entryById.get(id);
    return entry && { name: entry.name, parts: entryPage(entry, values) };
  }
  const node = id && graph.byId.get(id);
  if (node && PAGES[view] && ROUTES[node.label] === view) return { name: node.name, parts: PAGES[view](node, values) };
  if (!id && LISTS[view]) return { name: SECTION[view] === 'overview' ? '' : WORDS[view] && t(view), parts: LISTS[view](values) };
  return null;
}

function route() {
  network.drawn?.kill();
  network.drawn = null;
  const where = parseAddress();
  showPassage(null);
  const page = pageOf(where);
  const main = $('#main');
  main.className = `view-${where.view || 'overview'}`;
  fill(main, page ? page.parts : el('p', null, t('notFound')));
  document.title = [page?.name, t('title')].filter(Boolean).join(' · ');
  const current = SECTION[where.view] || where.view;
  for (const item of document.querySelectorAll('nav a')) {
    if (item.dataset.key === current) item.setAttribute('aria-current', 'page');
    else item.removeAttribute('aria-current');
  }
  // A page about one thing opens with the words of its first fact beside it.
  const first = where.id && main.querySelector('.fact .quote');
  if (first && innerWidth >= 1100) press(first, false);
  else if (where.view === 'meeting') showPassage(graph.byId.get(where.id)?.told[0], false);
  main.dataset.route = location.hash;
  scrollTo(0, 0);
}

function header() {
  const button = (key, label, act) => el('button', { type: 'button', class: 'tool', id: key, title: label, 'aria-label': label, onclick: act },
    key === 'theme' ? '◐' : label);
  fill($('#top'),
    el('a', { class: 'brand', href: '#/' }, el('span', { class: 'seal', 'aria-hidden': 'true' }, '志'), el('span', null, t('title'))),
    searchBox(),
    el('nav', { 'aria-label': t('pages') }, NAV.map(([key, to]) => el('a', { href: to, 'data-key': key }, t(key)))),
    el('div', { class: 'tools' }, button('language', t('language'), otherLanguage), button('theme', t('theme'), otherTheme)));
  fill($('#skip'), t('skip'));
}

function otherLanguage() {
  language.now = language.now === 'zh' ? 'en' : 'zh';
  remember('language', language.now);
  dress();
  $('#language').focus();
}

const darkNow = () => document.documentElement.dataset.theme === 'dark';

function otherTheme() {
  document.documentElement.dataset.theme = darkNow() ? 'light' : 'dark';
  remember('theme', document.documentElement.dataset.theme);
  route();
}

function dress() {
  document.documentElement.lang = language.now === 'zh' ? 'zh-Hans' : 'en';
  header();
  route();
}

function followTheSystem() {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = remembered('theme');
  document.documentElement.dataset.theme = chosen || (system.matches ? 'dark' : 'light');
  system.addEventListener('change', () => {
    if (remembered('theme')) return;
    document.documentElement.dataset.theme = system.matches ? 'dark' : 'light';
    route();
  });
}

language.now = remembered('language') || (navigator.language.startsWith('zh') ? 'zh' : 'en');
followTheSystem();
dress();
addEventListener('hashchange', route);
addEventListener('keydown', (event) => {
  const typing = event.target.closest?.('input, select, textarea');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    $('#search').focus();
  }
  if (event.key === 'Escape' && $('#passage').classList.contains('open') && !typing) closePassage();
});
$('#skip').addEventListener('click', () => $('#main').focus());
document.documentElement.dataset.ready = 'true';
