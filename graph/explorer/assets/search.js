// Search: names in Chinese, in Pinyin and by first letters, and words of the entries.
const squeeze = (text) => text.toLowerCase().replace(/ü/g, 'v').replace(/[\s'’·]/g, '');

const index = graph.nodes.map((node) => ({
  node,
  names: [node.name, ...(node.x.aliases || [])].map(squeeze),
}));

function rankOf({ node, names }, asked) {
  let best = 0;
  for (const name of names) {
    if (name === asked) return 6;
    const at = name.indexOf(asked);
    if (at >= 0) best = Math.max(best, at === 0 ? 5 : 3);
  }
  if (best || !/^[a-z0-9]+$/.test(asked)) return best;
  if (node.full === asked) return 5;
  if (node.full.startsWith(asked) || node.letters === asked) return 4;
  if (asked.length > 1 && node.letters.startsWith(asked)) return 2;
  return asked.length > 3 && node.full.includes(asked) ? 1 : 0;
}

// The nodes that fit, the best first; a label keeps to that kind of node.
function searchNodes(question, label) {
  const asked = squeeze(question);
  if (!asked) return [];
  const found = [];
  for (const item of index) {
    if (label && item.node.label !== label) continue;
    const rank = rankOf(item, asked);
    if (rank) found.push({ node: item.node, rank });
  }
  const isPerson = (node) => Number(node.label === 'Person');
  return found
    .sort((one, other) => other.rank - one.rank
      || isPerson(other.node) - isPerson(one.node)
      || one.node.name.length - other.node.name.length
      || degree(other.node) - degree(one.node)
      || one.node.at - other.node.at)
    .map(({ node }) => node);
}

// The entries with these very words: [{entry, start, end}].
function searchTexts(question) {
  const asked = question.trim();
  if (!asked) return [];
  return graph.entries.flatMap((entry) => {
    const start = entry.text.indexOf(asked);
    return start < 0 ? [] : [{ entry: entry.at, start, end: start + asked.length }];
  });
}

// The box on top: a combobox whose options are links of the page.
function searchBox() {
  const list = el('ul', { id: 'results', role: 'listbox', class: 'results', hidden: true });
  const input = el('input', {
    id: 'search', type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false',
    'aria-expanded': 'false', 'aria-controls': 'results', 'aria-autocomplete': 'list',
    'aria-label': t('search'), placeholder: t('searchHint'),
  });
  let active = -1;
  const options = () => [...list.children].filter((option) => option.dataset.to);

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  function choose(number) {
    const all = options();
    active = all.length ? (number + all.length) % all.length : -1;
    all.forEach((option, at) => option.setAttribute('aria-selected', String(at === active)));
    if (active < 0) return;
    input.setAttribute('aria-activedescendant', all[active].id);
    all[active].scrollIntoView({ block: 'nearest' });
  }
  function open(option) {
    if (!option) return;
    location.hash = option.dataset.to;
    input.value = '';
    close();
    input.blur();
  }
  function option(to, ...children) {
    return el('li', {
      role: 'option', id: `result-${list.children.length}`, 'data-to': to, 'aria-selected': 'false',
      onmousedown: (event) => event.preventDefault(),
      onclick: (event) => open(event.currentTarget),
    }, ...children);
  }
  function show() {
    list.replaceChildren();
    active = -1;
    const asked = input.value.trim();
    if (!asked) return close();
    const texts = searchTexts(asked);
    for (const node of searchNodes(asked).slice(0, 9)) {
      list.append(option(address(node), dot(node.label),
        el('span', { class: 'name' }, node.name),
        el('span', { class: 'hint' }, node.x.pinyin, ' ', node.x.scope || kindOf(node) || dateOf(node))));
    }
    for (const place of texts.slice(0, 3)) {
      list.append(option(entryAddress(graph.entries[place.entry], place), dot('Entry'), kwic(place, 12)));
    }
    if (list.children.length) {
      list.append(option(`#/search?q=${encodeURIComponent(asked)}`,
        el('span', { class: 'all' }, t('allResults'))));
    } else {
      list.append(el('li', { class: 'none' }, t('noResult')));
    }
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }
  input.addEventListener('input', show);
  input.addEventListener('focus', () => input.value && show());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') choose(active + 1);
    else if (event.key === 'ArrowUp') choose(active < 0 ? -1 : active - 1);
    else if (event.key === 'Enter') open(options()[Math.max(active, 0)]);
    else if (event.key === 'Escape') { input.value = ''; close(); input.blur(); }
    else return;
    event.preventDefault();
  });
  return el('div', { class: 'search', role: 'search' }, input,
    el('kbd', { title: t('searchKey'), 'aria-hidden': 'true' }, '/'), list);
}
