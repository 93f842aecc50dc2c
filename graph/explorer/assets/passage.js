// The source beside the facts: an entry's text with the very words marked.
const dot = (label) => el('span', { class: `dot ${label}`, 'aria-hidden': 'true' });

function link(node, ...children) {
  return el('a', { href: address(node), class: 'node' }, dot(node.label), children.length ? children : node.name);
}

const entryAddress = (entry, place) =>
  `#/entry/${encodeURIComponent(entry.id)}${place ? `?at=${place.start}-${place.end}` : ''}`;

// A few words on either side of a span, with the span marked.
function kwic({ entry, start, end }, width = 26) {
  const { text } = graph.entries[entry];
  const from = onCharacter(text, Math.max(0, start - width));
  const to = onCharacter(text, Math.min(text.length, end + width));
  return el('span', { class: 'kwic', lang: 'zh' },
    from > 0 && '…', text.slice(from, start), el('mark', null, text.slice(start, end)),
    text.slice(end, to), to < text.length && '…');
}

// A cut never falls between the two halves of a character beyond U+FFFF.
function onCharacter(text, at) {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

// The whole entry: what it mentions as links, the words of the fact in one mark.
function entryText({ entry, start, end }) {
  const { text, mentions } = graph.entries[entry];
  const apart = [];
  let reached = 0;
  for (const mention of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mention.start < reached) continue;
    apart.push(mention);
    reached = mention.end;
  }
  const piece = (from, to) => {
    const made = [];
    let at = from;
    for (const { node, start: first, end: last } of apart) {
      if (last <= from || first >= to) continue;
      const [a, b] = [Math.max(first, from), Math.min(last, to)];
      made.push(text.slice(at, a),
        el('a', { href: address(node), class: `mention ${node.label}`, title: node.name }, text.slice(a, b)));
      at = b;
    }
    made.push(text.slice(at, to));
    return made;
  };
  return el('p', { class: 'entry-text', lang: 'zh' },
    piece(0, start), end > start && el('mark', null, piece(start, end)), piece(end, text.length));
}

function entryHead(entry) {
  const [name, heading] = entry.source || ['', ''];
  return el('p', { class: 'entry-head' },
    el('strong', { lang: 'zh' }, entry.heading || heading || name),
    el('span', null, [entry.heading || heading ? name : '', entry.place].filter(Boolean).join(' · ')));
}

function entryNotes(entry) {
  return entry.warnings.length > 0 && el('details', { class: 'notes' },
    el('summary', null, `${t('warnings')} (${entry.warnings.length})`),
    el('ul', null, entry.warnings.map((warning) => el('li', null, warning))));
}

// Show the words of a fact in the panel; `asked` is false for the one that a page opens with.
function showPassage(place, asked = true) {
  const panel = $('#passage');
  panel.hidden = !place;
  document.body.classList.toggle('with-passage', Boolean(place));
  if (!place) return;
  const entry = graph.entries[place.entry];
  fill(panel,
    el('header', null, el('h2', null, t('words')),
      el('button', { type: 'button', class: 'close', onclick: closePassage, 'aria-label': t('close') }, '×')),
    entryHead(entry), entryText(place), entryNotes(entry),
    el('p', null, el('a', { href: entryAddress(entry, place) }, t('openEntry'), ' ', entry.name)));
  panel.classList.toggle('open', asked);
  panel.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
}

function closePassage() {
  $('#passage').classList.remove('open');
  const pressed = $('.quote[aria-pressed=true]');
  if (pressed) pressed.focus();
}

const places = new WeakMap();

// A line of the source under a fact; a click shows the whole entry.
function quote(place) {
  if (!place) return el('p', { class: 'no-words' }, t('noWords'));
  const button = el('button', {
    type: 'button', class: 'quote', 'aria-pressed': 'false', 'aria-controls': 'passage',
    'aria-description': t('seeWords'),
  }, kwic(place));
  places.set(button, place);
  button.addEventListener('click', () => press(button));
  return button;
}

function press(button, asked = true) {
  for (const other of document.querySelectorAll('.quote[aria-pressed=true]')) {
    other.setAttribute('aria-pressed', 'false');
  }
  button.setAttribute('aria-pressed', 'true');
  showPassage(places.get(button), asked);
}
