// The network view: sigma.js draws it, ForceAtlas2 of graphology lays it out, once for the visit.
const network = { drawn: null, positions: null };

// One line for each pair of nodes; the facts behind it stay known.
function pairs(shown) {
  const found = new Map();
  for (const edge of graph.edges) {
    if (edge.from === edge.to || !shown.has(edge.from) || !shown.has(edge.to)) continue;
    const key = edge.from.at < edge.to.at ? `${edge.from.at}-${edge.to.at}` : `${edge.to.at}-${edge.from.at}`;
    if (!found.has(key)) found.set(key, { key, from: edge.from, to: edge.to, edges: [] });
    found.get(key).edges.push(edge);
  }
  return [...found.values()];
}

// Events on a spiral in the order of their days, all else amid its events: a start without chance.
function startingPlaces(nodes) {
  const place = new Map();
  const events = nodes.filter((node) => node.label === 'Event').sort(byDate);
  const spiral = (node, at) => {
    const angle = at * 2.399963;
    const far = 10 * Math.sqrt(at + 1);
    place.set(node, [far * Math.cos(angle), far * Math.sin(angle)]);
  };
  events.forEach(spiral);
  let alone = events.length;
  for (const node of nodes.filter((other) => other.label !== 'Event')) {
    const near = [...node.out.map((edge) => edge.to), ...node.in.map((edge) => edge.from)]
      .map((other) => place.get(other)).filter(Boolean);
    if (!near.length) { spiral(node, alone++); continue; }
    const mean = (axis) => near.reduce((sum, at) => sum + at[axis], 0) / near.length;
    const turn = node.at * 2.399963;
    place.set(node, [mean(0) + 4 * Math.cos(turn), mean(1) + 4 * Math.sin(turn)]);
  }
  return place;
}

function model() {
  const { Graph } = drawingLibrary();
  const nodes = graph.network.map((at) => graph.nodes[at]);
  const shown = new Set(nodes);
  const at = network.positions || startingPlaces(nodes);
  const made = new Graph({ multi: false, type: 'undirected' });
  const scale = Math.min(1, Math.max(0.55, Math.sqrt(1000 / nodes.length)));
  for (const node of nodes) {
    const [x, y] = at.get(node);
    made.addNode(node.at, { x, y, size: scale * (1.8 + 1.3 * Math.log2(1 + degree(node) / 2)), label: node.name, node });
  }
  for (const pair of pairs(shown)) {
    made.addEdgeWithKey(pair.key, pair.from.at, pair.to.at, { edges: pair.edges });
  }
  return made;
}

function drawingLibrary() {
  library('sigma');
  return window.drawing;
}

// Some rounds of the layout in each frame, so that the page answers meanwhile.
function settle(made, frame, done) {
  const { forceAtlas2 } = drawingLibrary();
  const rounds = made.order > 2000 ? 160 : 300;
  const settings = {
    ...forceAtlas2.inferSettings(made), barnesHutOptimize: made.order > 800, barnesHutTheta: 0.8,
    strongGravityMode: true, gravity: 0.05, scalingRatio: 60, slowDown: 3,
  };
  let round = 0;
  const step = () => {
    if (!frame()) return;
    const began = performance.now();
    do {
      forceAtlas2.assign(made, { iterations: 5, settings });
      round += 5;
    } while (round < rounds && performance.now() - began < 40);
    if (round < rounds) return void requestAnimationFrame(step);
    network.positions = new Map(made.mapNodes((_, { node, x, y }) => [node, [x, y]]));
    done();
  };
  requestAnimationFrame(step);
}

// The layout is round, the stage seldom is: drawn as wide as there is room for.
function widen(made, canvas) {
  const wide = Math.min(1.9, Math.max(0.7, canvas.clientWidth / canvas.clientHeight));
  made.updateEachNodeAttributes((_, data) => ({ ...data, x: data.x * wide }));
}

const DRAWN = ['PARTICIPATED_IN', 'INVOLVED', 'CONCERNS'];

// Which nodes and lines are shown: an event by its day and kind, a part in it by its capacity, and
// everything else where it still has a line, or where nothing about events is asked.
function chooseShown(made, chosen, labels) {
  const asked = Boolean(chosen.from || chosen.to || chosen.kind || chosen.capacity);
  const fits = new Map();
  const nodeFits = (node) => {
    if (!fits.has(node)) {
      fits.set(node, labels.has(node.label)
        && (node.label !== 'Event' || passes(node, [], { ...chosen, capacity: '' })));
    }
    return fits.get(node);
  };
  const lines = new Set();
  const linked = new Set();
  made.forEachEdge((key, { edges }) => {
    const { from, to } = edges[0];
    if (!nodeFits(from) || !nodeFits(to)) return;
    const ofEvent = edges.filter((edge) => edge.from.label === 'Event' || edge.to.label === 'Event');
    if (asked && !ofEvent.length) return;
    if (chosen.capacity && !ofEvent.some((edge) => DRAWN.includes(edge.type) && capacitiesOf(edge).includes(chosen.capacity))) return;
    lines.add(key);
    linked.add(from);
    linked.add(to);
  });
  const nodes = new Set();
  made.forEachNode((_, { node }) => {
    if (nodeFits(node) && (linked.has(node) || !asked || (node.label === 'Event' && !chosen.capacity))) nodes.add(node);
  });
  return { nodes, lines };
}

const LABELS_SHOWN = new Set(['Person', 'Organisation', 'Event', 'Location', 'Document']);

function networkPage(values) {
  const state = { nodes: new Set(), lines: new Set(), chosen: null, near: new Set() };
  const canvas = el('div', { class: 'canvas', tabindex: '0', role: 'application', 'aria-label': t('network'), 'aria-description': t('networkHelp') });
  const card = el('aside', { class: 'card', hidden: true, 'aria-live': 'polite' });
  const status = el('p', { class: 'settling', role: 'status' }, t('settling'));
  const list = el('div');
  const labels = () => new Set([...form.querySelectorAll('input[name=label]:checked')].map((box) => box.value));
  const boxes = el('fieldset', { class: 'labels' }, el('legend', null, t('nodesShown')),
    vocabulary.labels.map((label) => el('label', null,
      el('input', { type: 'checkbox', name: 'label', value: label, checked: LABELS_SHOWN.has(label) }), dot(label), named(vocabulary.nodes[label]))));
  const form = filterBar({
    kinds: present('event_types', new Set(byLabel('Event').map((event) => event.x.kind))),
    capacities: vocabulary.words.capacities, values, before: boxes, changed: (chosen) => show(chosen),
  });
  let made = null;
  let sigma = null;

  function show(chosen) {
    if (!made) return;
    const { nodes, lines } = chooseShown(made, chosen, labels());
    Object.assign(state, { nodes, lines });
    tellCount(form, nodes.size, made.order);
    sigma?.refresh();
    const sorted = [...nodes].sort((a, b) => degree(b) - degree(a) || a.at - b.at);
    fill(list, longList(sorted, (node) => el('li', null, link(node), el('span', { class: 'number' }, degree(node))), { class: 'node-list' }));
  }
  function choose(node) {
    state.chosen = node;
    state.near = new Set();
    card.hidden = !node;
    if (node) {
      for (const edge of [...node.out, ...node.in]) state.near.add(edge.from).add(edge.to);
      fill(card, networkCard(node, () => choose(null)));
    }
    sigma?.refresh();
  }
  function look(node) {
    const near = [node, ...state.near].filter((other) => state.nodes.has(other))
      .map((other) => sigma.getNodeDisplayData(String(other.at)));
    const [left, right] = span(near.map(({ x }) => x));
    const [low, high] = span(near.map(({ y }) => y));
    const wide = canvas.clientWidth / canvas.clientHeight;
    const ratio = Math.min(1, Math.max(0.08, 1.6 * (right - left), 1.3 * wide * (high - low)));
    // A little to the right, since the card is on the left.
    sigma.getCamera().setState({ x: (left + right) / 2 - 0.15 * ratio, y: (low + high) / 2, ratio });
  }
  function start() {
    if (!canvas.isConnected) return;
    made = model();
    show(values);
    if (network.positions) widen(made, canvas);
    sigma = drawNetwork(made, canvas, state, choose);
    const focus = graph.byId.get(values.focus || '');
    const settled = () => {
      status.hidden = true;
      canvas.dataset.settled = 'true';
      if (focus && made.hasNode(focus.at)) { choose(focus); look(focus); }
    };
    if (!sigma) { fill(status, t('noWebGL')); list.parentElement.open = true; return; }
    network.drawn = sigma;
    if (network.positions) settled();
    else settle(made, () => canvas.isConnected, () => { widen(made, canvas); settled(); });
  }
  afterPaint(start);
  canvas.addEventListener('keydown', (event) => moveCamera(event, sigma, () => choose(null)));
  const zoom = (text, label, act) => el('button', { type: 'button', 'aria-label': t(label), title: t(label), onclick: () => sigma && act(sigma.getCamera()) }, text);
  return [
    el('header', { class: 'page-head' }, el('h1', null, t('network')), el('p', { class: 'faint' }, t('networkHelp'))),
    leftOutNotes(), form,
    el('div', { class: 'stage' }, canvas, status, card,
      el('div', { class: 'zoom' }, zoom('+', 'zoomIn', (c) => c.animatedZoom({ duration: 200 })),
        zoom('−', 'zoomOut', (c) => c.animatedUnzoom({ duration: 200 })), zoom('⤢', 'zoomAll', (c) => c.animatedReset({ duration: 200 })))),
    el('details', { class: 'instead' }, el('summary', null, t('listInstead')), list),
  ];
}

// Of so few neighbours each is named, and its line is thick.
const FEW = 25;

// Null where there is no WebGL to draw with.
function drawNetwork(made, canvas, state, choose) {
  const trial = document.createElement('canvas');
  if (!trial.getContext('webgl2') && !trial.getContext('webgl')) return null;
  const { Sigma, ThinLine } = drawingLibrary();
  const colours = Object.fromEntries(vocabulary.labels.map((label) => [label, colour(label)]));
  const [faded, line, ink, strong, ground] = ['net-faded', 'net-line', 'ink', 'accent', 'raised'].map(colour);
  let sigma = null;
  // Headlines of events are long: they have a name only where there is room for it.
  let close = false;
  const taken = [];
  sigma = new Sigma(made, canvas, {
    labelFont: getComputedStyle(document.body).fontFamily, labelColor: { color: ink }, labelSize: 12.5,
    labelWeight: '500', labelRenderedSizeThreshold: 4.5, labelDensity: 1, labelGridCellSize: 110,
    edgeProgramClasses: { thin: ThinLine }, defaultEdgeType: 'thin',
    hideEdgesOnMove: made.size > 20000, zIndex: true, allowInvalidContainer: true, minCameraRatio: 0.02, maxCameraRatio: 4,
    stagePadding: 30,
    nodeReducer: (_, data) => {
      const { node } = data;
      if (!state.nodes.has(node)) return { ...data, hidden: true, label: null };
      if (!state.chosen || state.near.has(node)) {
        const around = Boolean(state.chosen);
        const few = around && state.near.size < FEW;
        return {
          ...data, color: colours[node.label], zIndex: around ? 2 : 1, highlighted: node === state.chosen,
          label: node.label === 'Event' && !close && !few ? null : shorten(node.name),
          forceLabel: around && (state.near.size < 9 || node.label === 'Person'),
        };
      }
      return { ...data, color: faded, label: null, zIndex: 0 };
    },
    edgeReducer: (key, data) => {
      if (!state.lines.has(key)) return { ...data, hidden: true };
      if (!state.chosen) return { ...data, color: line };
      const { from, to } = data.edges[0];
      const near = from === state.chosen || to === state.chosen;
      return near ? { ...data, type: state.near.size < FEW ? 'line' : 'thin', color: strong, size: 1, zIndex: 1 } : { ...data, hidden: true };
    },
    labelRenderer: (...drawn) => drawLabel(ground, taken, ...drawn),
    hoverRenderer: drawHover,
  });
  sigma.on('beforeRender', () => taken.splice(0));
  sigma.getCamera().on('updated', ({ ratio }) => {
    if (close === ratio <= 0.3) return;
    close = !close;
    sigma.scheduleRefresh();
  });
  sigma.on('clickNode', ({ node }) => choose(made.getNodeAttribute(node, 'node')));
  sigma.on('clickStage', () => choose(null));
  sigma.on('doubleClickNode', ({ node, event }) => {
    event.preventSigmaDefault();
    location.hash = address(made.getNodeAttribute(node, 'node'));
  });
  return sigma;
}

const span = (numbers) => [Math.min(...numbers), Math.max(...numbers)];
const shorten = (name) => (name.length > 16 ? `${name.slice(0, onCharacter(name, 15))}…` : name);

// A name with the ground around it, unless another stands there already.
function drawLabel(ground, taken, context, data, settings) {
  if (!data.label) return;
  context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
  const [x, y] = [data.x + data.size + 4, data.y + settings.labelSize / 3];
  const end = x + context.measureText(data.label).width;
  const over = (box) => x < box.end && box.x < end && Math.abs(y - box.y) < settings.labelSize + 2;
  if (!data.forceLabel && taken.some(over)) return;
  taken.push({ x, end, y });
  context.lineWidth = 3.5;
  context.lineJoin = 'round';
  context.strokeStyle = ground;
  context.strokeText(data.label, x, y);
  context.fillStyle = settings.labelColor.color;
  context.fillText(data.label, x, y);
}

// The name of the node under the pointer, on the page's own ground.
function drawHover(context, data, settings) {
  const label = data.label || shorten(data.node.name);
  context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
  const wide = context.measureText(label).width;
  context.fillStyle = colour('raised');
  context.strokeStyle = colour('line');
  context.beginPath();
  context.roundRect(data.x - data.size - 5, data.y - 13, wide + 2 * data.size + 19, 26, 13);
  context.fill();
  context.stroke();
  context.fillStyle = colour('ink');
  context.fillText(label, data.x + data.size + 6, data.y + settings.labelSize / 3);
  context.fillStyle = data.color;
  context.beginPath();
  context.arc(data.x, data.y, data.size, 0, 2 * Math.PI);
  context.fill();
}

function moveCamera(event, sigma, clear) {
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const camera = sigma?.getCamera();
  if (!camera) return;
  const { x, y, ratio } = camera.getState();
  if (moves[event.key]) {
    const [right, up] = moves[event.key];
    camera.setState({ x: x + 0.08 * ratio * right, y: y + 0.08 * ratio * up });
  } else if (event.key === '+' || event.key === '=') camera.setState({ ratio: ratio / 1.2 });
  else if (event.key === '-') camera.setState({ ratio: ratio * 1.2 });
  else if (event.key === '0') camera.setState({ x: 0.5, y: 0.5, ratio: 1 });
  else if (event.key === 'Escape') clear();
  else return;
  event.preventDefault();
}

function networkCard(node, close) {
  const edges = [...node.out, ...node.in].filter((edge) => edge.type !== 'PRESENT_AT');
  return [
    el('button', { type: 'button', class: 'close', 'aria-label': t('close'), onclick: close }, '×'),
    el('p', { class: 'eyebrow' }, dot(node.label), named(vocabulary.nodes[node.label]), kindOf(node) && ` · ${kindOf(node)}`),
    el('h2', { lang: 'zh' }, node.name),
    el('p', { class: 'faint' }, node.x.pinyin, ' ', node.x.scope || dateOf(node)),
    el('p', null, el('a', { class: 'button', href: address(node) }, t('openPage'))),
    longList(edges, (edge) => el('li', null,
      el('p', { class: 'head' }, el('span', { class: 'faint' }, named(vocabulary.edges[edge.type])), ' ',
        link(edge.from === node ? edge.to : edge.from), ' ', capacityChips(edge)),
      quote(edge.place)), { class: 'card-facts' }, 8),
  ];
}
