// Posts on a timeline, and events by year: drawn by Vega, which reads its colours from the page.
function drawing(spec, height) {
  const holder = el('div', { class: 'chart' });
  holder.style.minHeight = `${height}px`;
  const ink = colour('ink-soft');
  const font = getComputedStyle(document.body).fontFamily;
  const whole = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: 'container', background: 'transparent', autosize: { type: 'fit-x', contains: 'padding', resize: true },
    config: {
      font, view: { stroke: null },
      axis: {
        labelColor: ink, titleColor: ink, domainColor: colour('line'), tickColor: colour('line'),
        gridColor: colour('line'), labelFontSize: 12, labelLimit: 260,
      },
      legend: { labelColor: ink, titleColor: ink },
    },
    ...spec,
  };
  const options = { actions: false, ast: true, defaultStyle: false, tooltip: false, renderer: 'svg', logLevel: 1 };
  library('vega');
  const ready = new Promise((resolve) => { requestAnimationFrame(resolve); })
    .then(() => holder.isConnected && vegaEmbed(holder, whole, options));
  return { holder, ready };
}

// Bars from the first to the last day known; a press on one shows its words.
function tenureTimeline(edges, nameOf) {
  const dated = edges.filter(tenureFrom).sort(byTenure);
  if (!dated.length) return el('p', { class: 'faint' }, t('noDates'));
  const values = dated.map((edge, at) => ({
    at, post: `${at}|${nameOf(edge)}`, start: tenureFrom(edge), end: tenureTo(edge),
    said: Boolean(edge.x.started || edge.x.ended),
  }));
  const height = 34 * values.length + 40;
  const { holder, ready } = drawing({
    description: `${t('timeline')}: ${dated.map((edge) => `${nameOf(edge)} ${tenureText(edge)}`).join('; ')}`,
    height: { step: 34 },
    data: { values, format: { parse: { start: "date:'%Y-%m-%d'", end: "date:'%Y-%m-%d'" } } },
    encoding: {
      y: {
        field: 'post', type: 'nominal', sort: null, title: null,
        axis: {
          labelExpr: "substring(datum.label, indexof(datum.label, '|') + 1)", ticks: false, domain: false, labelPadding: 12,
          labelLimit: Math.min(260, innerWidth / 3), labelColor: colour('ink'), labelFontSize: 13,
        },
      },
      x: {
        field: 'start', type: 'temporal', title: null,
        axis: { ...scaleOf(dated), domain: false },
        scale: { nice: true },
      },
    },
    layer: [
      {
        mark: { type: 'bar', height: 10, cornerRadius: 5, cursor: 'pointer', color: colour('Person'), opacity: 0.55 },
        encoding: { x2: { field: 'end' } },
      },
      {
        mark: { type: 'point', filled: true, size: 110, cursor: 'pointer', color: colour('Person'), opacity: 1 },
      },
      {
        mark: { type: 'point', filled: true, size: 110, cursor: 'pointer', color: colour('Person'), opacity: 1 },
        encoding: { x: { field: 'end', type: 'temporal' } },
      },
    ],
  }, height);
  ready.then((drawn) => drawn?.view.addEventListener('click', (_, item) => {
    const edge = dated[item?.datum?.at];
    if (edge) showPassage(edge.place);
  }));
  return holder;
}

// Years, months or days under the axis, whichever tells the bars apart.
function scaleOf(edges) {
  const days = edges.flatMap((edge) => [tenureFrom(edge), tenureTo(edge)]).map((day) => Date.parse(day) / 864e5);
  const span = Math.max(...days) - Math.min(...days);
  if (span > 800) return { format: '%Y', tickCount: { interval: 'year', step: Math.ceil(span / 365 / 10) } };
  if (span > 62) return { format: '%Y-%m', tickCount: { interval: 'month', step: Math.ceil(span / 30 / 8) } };
  return { format: '%m-%d', tickCount: { interval: 'day', step: Math.max(1, Math.ceil(span / 8)) } };
}

// How many events there are of each year; a press on a bar lists them.
function yearChart(events) {
  const count = new Map();
  for (const { x: { year } } of events) if (year) count.set(year, (count.get(year) || 0) + 1);
  const values = [...count].map(([year, number]) => ({ year, from: year - 0.4, to: year + 0.4, count: number }));
  const { holder, ready } = drawing({
    description: t('byYear'),
    height: 120,
    data: { values },
    mark: { type: 'bar', color: colour('Event'), cornerRadiusEnd: 2, cursor: 'pointer' },
    encoding: {
      x: {
        field: 'from', type: 'quantitative', title: null,
        axis: { format: 'd', grid: false, tickMinStep: 1, tickCount: 12 }, scale: { zero: false, nice: false },
      },
      x2: { field: 'to' },
      y: { field: 'count', type: 'quantitative', title: null, axis: { tickCount: 3, domain: false, ticks: false } },
      y2: { datum: 0 },
    },
  }, 160);
  ready.then((drawn) => drawn?.view.addEventListener('click', (_, item) => {
    const year = item?.datum?.year;
    if (year) location.hash = `#/meetings?from=${year}-01-01&to=${year}-12-31`;
  }));
  return holder;
}
