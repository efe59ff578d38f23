// Joins the parts. What is chosen and which view is open stands in the address (after #), so a link reopens it.

const VIEWS = ['graph', 'facts', 'entities', 'alliances', 'documents'];

function start() {
  const page = JSON.parse(byId('data').textContent);
  const places = {
    fact: new Map(page.facts.map((fact, number) => [fact.id, number])),
    entity: new Map(page.nodes.map((node, number) => [page.ends[number].id, number])),
    alliance: new Map(page.alliances.map((alliance, number) => [alliance.id, number])),
  };
  const state = { kind: null, id: null, view: 'graph', opener: null };
  const framed = window.parent !== window;

  const choose = (kind, id, options) => {
    if (kind && !byId('pane').contains(document.activeElement)) state.opener = document.activeElement;
    go({ kind, id: kind ? id : null, view: state.view }, { focus: true, ...options });
  };
  const go = (wanted, options) => {
    const from = address(state);
    Object.assign(state, wanted);
    show(options || {});
    // In a frame the address belongs to the page around it.
    if (!framed && address(state) !== from) history.pushState(null, '', '#' + address(state));
  };
  const graph = makeGraph(page, choose);
  const tables = makeTables(page, choose);
  const filters = makeFilters(page, (shown) => {
    graph.shown = shown;
    graph.paint();
    tables.facts.show(shown.facts);
    tables.entities.show(shown.nodes);
    graph.container.setAttribute('aria-label', 'Drawing of ' + counted(shown.nodes.size, 'entity', 'entities') + ' and '
      + counted(shown.facts.size, 'fact', 'facts') + '. The same facts stand in the table under Facts.');
  });
  const show = (options) => {
    const number = state.kind ? places[state.kind].get(state.id) : undefined;
    openView(state.view, graph);
    graph.strong = number === undefined ? null : strongest(page, state.kind, number);
    graph.paint();
    for (const [kind, table] of [['fact', 'facts'], ['entity', 'entities'], ['alliance', 'alliances']]) {
      tables[table].mark(state.kind === kind ? number : -1);
    }
    openPane(page, state, number, choose, options);
    if (graph.strong && options.reveal !== false) graph.reveal([...graph.strong.centre], [...graph.strong.nodes]);
  };

  makeSearch(page, choose);
  makeTabs((view, focus) => go({ kind: state.kind, id: state.id, view }, { focus: false, tab: focus }));
  byId('zoom-in').addEventListener('click', () => graph.zoom(1.3));
  byId('zoom-out').addEventListener('click', () => graph.zoom(1 / 1.3));
  byId('fit').addEventListener('click', () => graph.fit(true));
  byId('reset').addEventListener('click', () => { filters.clear(); choose(null); graph.home(); graph.fit(true); });
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault();
    go({ kind: state.kind, id: state.id, view: 'facts' });
    byId('facts').focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.kind) choose(null);
    if (event.key === '/' && !/^(INPUT|SELECT)$/.test(event.target.tagName)) {
      event.preventDefault();
      byId('search').focus();
    }
  });
  const reopen = () => { Object.assign(state, framed ? {} : readAddress()); show({}); };
  addEventListener('popstate', reopen);
  addEventListener('hashchange', reopen);
  reopen();
}

function address(state) {
  const parts = new URLSearchParams();
  if (state.view !== 'graph') parts.set('view', state.view);
  if (state.kind) parts.set(state.kind, state.id);
  return parts.toString();
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const kind = ['fact', 'entity', 'alliance'].find((name) => parts.has(name)) || null;
  return { kind, id: kind && parts.get(kind), view: VIEWS.includes(parts.get('view')) ? parts.get('view') : 'graph' };
}

// What stays strong when something is chosen: itself (centre), its facts and their ends.
function strongest(page, kind, number) {
  const touches = {
    fact: (fact, place) => place === number,
    entity: (fact) => fact.source === number || fact.target === number,
    alliance: (fact) => fact.alliance === number || page.ends[fact.target].id === page.alliances[number].id,
  };
  const facts = new Set();
  const nodes = new Set();
  page.facts.forEach((fact, place) => {
    if (!touches[kind](fact, place)) return;
    facts.add(place);
    nodes.add(fact.source).add(fact.target);
  });
  const parties = kind !== 'alliance' ? []
    : page.alliances[number].parties.map((party) => party.node).filter((node) => node !== null);
  const centre = new Set(kind === 'fact' ? nodes : kind === 'entity' ? [number] : parties);
  for (const node of centre) nodes.add(node);
  return { facts, nodes, centre };
}

function openPane(page, state, number, choose, options) {
  const body = byId('pane-body');
  const close = number === undefined;
  if (close) body.replaceChildren(welcomePane(page));
  else if (state.kind === 'fact') body.replaceChildren(factPane(page, page.facts[number], choose));
  else if (state.kind === 'entity') body.replaceChildren(entityPane(page, number, choose));
  else body.replaceChildren(alliancePane(page, page.alliances[number], choose));
  byId('pane').scrollTop = 0;
  if (!options.focus) return;
  if (!close) body.querySelector('h2').focus({ preventScroll: innerWidth > 1080 });
  else if (state.opener && state.opener.isConnected) state.opener.focus();
}

function openView(view, graph) {
  for (const name of VIEWS) {
    const open = name === view;
    const tab = byId('tab-' + name);
    byId(name).hidden = !open;
    tab.setAttribute('aria-selected', String(open));
    tab.tabIndex = open ? 0 : -1;
  }
  if (view === 'graph' && !graph.seen) {
    graph.seen = true;
    graph.network.redraw();
    graph.fit(false);
  }
}

function makeTabs(open) {
  for (const name of VIEWS) byId('tab-' + name).addEventListener('click', () => open(name));
  document.querySelector('[role="tablist"]').addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const there = VIEWS.filter((name) => !byId('tab-' + name).hidden);
    const now = there.findIndex((name) => byId('tab-' + name) === document.activeElement);
    const next = there[(now + step + there.length) % there.length];
    open(next);
    byId('tab-' + next).focus();
    event.preventDefault();
  });
}

start();
