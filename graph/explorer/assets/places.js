// The tree of places: without a map, each unit under the one it is part of.
function placesPage() {
  const places = byLabel('Location');
  const below = new Map();
  const roots = [];
  for (const place of places) {
    const parents = outOf(place, 'PART_OF').map((edge) => edge.to);
    if (!parents.length) roots.push(place);
    for (const parent of parents) below.set(parent, [...(below.get(parent) || []), place]);
  }
  const happened = new Map();
  const count = (place, path = new Set()) => {
    if (happened.has(place)) return happened.get(place);
    if (path.has(place)) return 0;
    path.add(place);
    const own = into(place, 'HELD_AT').length;
    const sum = (below.get(place) || []).reduce((total, part) => total + count(part, path), own);
    path.delete(place);
    happened.set(place, sum);
    return sum;
  };
  const order = (one, other) => count(other) - count(one) || one.at - other.at;
  const branch = (place, path, open) => {
    const parts = (below.get(place) || []).filter((part) => !path.includes(part)).sort(order);
    const line = [link(place), ' ', chip(kindOf(place)), ' ',
      count(place) > 0 && el('span', { class: 'faint' }, counted(count(place), 'event'))];
    if (!parts.length) return el('li', { class: 'leaf' }, line);
    const list = el('ul');
    const grow = () => list.children.length || put(list, parts.map((part) => branch(part, [...path, place], false)));
    const details = el('details', { open }, el('summary', null, line), list);
    details.addEventListener('toggle', grow);
    if (open) grow();
    return el('li', { class: 'branch' }, details);
  };
  return [
    el('header', { class: 'page-head' }, el('h1', null, t('places'))),
    // The first branches are open, to show that there is more below.
    longList(roots.sort(order), (place) => branch(place, [], roots.indexOf(place) < 4), { class: 'tree' }, 60),
  ];
}
