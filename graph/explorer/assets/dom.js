// Elements are made here and nowhere else, and text only ever as text.
const $ = (selector) => document.querySelector(selector);

function el(tag, props, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  put(made, children);
  return made;
}

function put(parent, children) {
  for (const child of children.flat(3)) {
    if (child === undefined || child === null || child === false) continue;
    parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

function fill(parent, ...children) {
  parent.replaceChildren();
  put(parent, children);
}

function readJson(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

// What a reader chose stays with the browser where that is allowed; a page from disk may not.
function remembered(key) {
  try { return localStorage.getItem('chronicle-graph.' + key); } catch { return null; }
}

function remember(key, value) {
  try { localStorage.setItem('chronicle-graph.' + key, value); } catch { /* for this visit only */ }
}

const language = { now: 'zh' };
const tongue = () => (language.now === 'zh' ? 0 : 1);
const t = (key) => WORDS[key][tongue()];
// A number of things; English has a plural.
const counted = (number, key) =>
  `${number} ${t(key)}${language.now === 'en' && number !== 1 ? 's' : ''}`;
const named = (pair, otherwise) => (pair ? pair[tongue()] : otherwise);

// A library stands in the page as text, and becomes a script when a view first asks for it.
const running = new Set();
function library(name) {
  if (running.has(name)) return;
  const script = document.createElement('script');
  script.textContent = document.getElementById('library-' + name).textContent;
  document.head.append(script);
  running.add(name);
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

// A list that shows so many at first, and more when asked.
function longList(items, draw, props = {}, step = 40) {
  const list = el(props.tag || 'ul', { class: props.class });
  const button = el('button', { type: 'button', class: 'more' });
  let shown = 0;
  const grow = () => {
    const next = items.slice(shown, shown + step);
    const first = list.children.length;
    put(list, next.map(draw));
    shown += next.length;
    button.textContent = `${t('more')} (${items.length - shown})`;
    button.hidden = shown >= items.length;
    return list.children[first];
  };
  button.addEventListener('click', () => {
    const first = grow();
    if (first) (first.querySelector('a, button') || first).focus?.();
  });
  grow();
  return [list, button];
}
