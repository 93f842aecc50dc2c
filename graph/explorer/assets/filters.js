// A row of controls over a list of events: days, kind and capacity, kept in the address.
function passes(event, edges, { from, to, kind, capacity }) {
  if (kind && event.x.kind !== kind) return false;
  if ((from || to) && !firstDay(event)) return false;
  if (from && lastDay(event) < from) return false;
  if (to && firstDay(event) > to) return false;
  return !capacity || edges.some((edge) => capacitiesOf(edge).includes(capacity));
}

function select(name, words, value, everything, label) {
  return el('label', null, el('span', null, label),
    el('select', { name },
      el('option', { value: '' }, everything),
      Object.keys(words).map((key) =>
        el('option', { value: key, selected: key === value }, named(words[key], key)))));
}

// Of a word list, the words that are there.
function present(list, used) {
  return Object.fromEntries(
    Object.entries(vocabulary.words[list]).filter(([name]) => used.has(name)));
}

function filterBar({ kinds, capacities, values, changed, before = [] }) {
  const day = (name, label) => el('label', null, el('span', null, label),
    el('input', { type: 'date', name, value: values[name] || '' }));
  const form = el('form', { class: 'filters', 'aria-label': t('filter') },
    before, day('from', t('from')), day('to', t('to')),
    select('kind', kinds, values.kind, t('allKinds'), t('kind')),
    capacities && select('capacity', capacities, values.capacity, t('allCapacities'), t('capacity')),
    el('button', { type: 'reset' }, t('reset')),
    el('output', { 'aria-live': 'polite' }));
  const now = () => Object.fromEntries(
    [...new FormData(form)].filter(([name, value]) => value && name !== 'label'));
  const tell = () => {
    keepInAddress(now());
    changed(now(), form);
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', tell);
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const field of form.elements) {
      if (field.type === 'checkbox') field.checked = field.defaultChecked;
      else if (field.name) field.value = '';
    }
    tell();
  });
  return form;
}

// The address says what is filtered, so that a link shows the same; it is no new step back.
function keepInAddress(values) {
  const path = location.hash.split('?')[0] || '#/';
  const query = new URLSearchParams(values).toString();
  history.replaceState(null, '', query ? `${path}?${query}` : path);
}

function tellCount(form, shown, all) {
  form.querySelector('output').textContent = `${shown} / ${all}`;
}
