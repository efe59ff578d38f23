// The drawing: vis-network with places given, so it stands still from the start.

function makeGraph(page, choose) {
  const container = byId('canvas');
  const nodes = new vis.DataSet(page.drawing.nodes.map(({ group, label, ...node }) => node));
  const edges = new vis.DataSet(page.drawing.edges.map(({ label, ...edge }) => edge));
  const network = new vis.Network(container, { nodes, edges }, graphOptions(page));
  const graph = { network, container, shown: null, strong: null, colours: readColours() };
  const labels = makeLabels(page, graph);
  for (const focusable of container.querySelectorAll('[tabindex]')) focusable.tabIndex = -1;

  graph.paint = () => {
    const colours = graph.colours = readColours();
    nodes.update(page.ends.map((end, number) => nodeLook(graph, colours, end, number)));
    edges.update(page.facts.map((fact, number) => edgeLook(graph, colours, fact, number)));
  };
  graph.fit = (animate) => network.fit({ maxZoomLevel: 1.3, animation: moving(animate) });
  graph.home = () => nodes.update(page.drawing.nodes.map(({ id, x, y }) => ({ id, x, y })));
  graph.zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: moving(true) });
  // Moves the view if what was chosen is out of sight or too small, so far that what belongs to it is seen as well.
  graph.reveal = (numbers, around) => {
    if (!container.clientWidth || !numbers.length) return;
    const outside = numbers.some((number) => {
      const at = network.canvasToDOM(network.getPosition(number));
      return at.x < 40 || at.y < 40 || at.x > container.clientWidth - 40 || at.y > container.clientHeight - 40;
    });
    const small = network.getScale() < 0.55;
    if (outside || small) network.fit({ nodes: around, maxZoomLevel: 0.95, animation: moving(true) });
  };
  network.on('click', ({ pointer }) => {
    const node = [network.getNodeAt(pointer.DOM), labels.nodeAt(pointer.DOM)].find((number) => number !== undefined);
    const edge = network.getEdgeAt(pointer.DOM);
    const still = { reveal: false };
    if (node !== undefined) choose(node < page.nodes.length ? 'entity' : 'alliance', page.ends[node].id, still);
    else if (edge !== undefined) choose('fact', page.facts[edge].id, still);
    else choose(null);
  });
  showTips(page, graph);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', graph.paint);
  graph.paint();
  graph.fit(false);
  return graph;
}

function graphOptions(page) {
  return {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { borderWidth: 2, borderWidthSelected: 3 },
    edges: {
      hoverWidth: 0.6, arrowStrikethrough: false, selfReference: { size: 22, angle: 0.8 },
    },
    interaction: {
      hover: true, hoverConnectedEdges: false, selectConnectedEdges: false, selectable: false, zoomSpeed: 0.6,
      hideEdgesOnDrag: page.facts.length > 1500, hideEdgesOnZoom: page.facts.length > 1500,
    },
  };
}

function nodeLook(graph, colours, end, number) {
  const strong = !graph.strong || graph.strong.nodes.has(number);
  const chosen = graph.strong && graph.strong.centre.has(number);
  const colour = mixed(colours.kind(end.kind), colours.ground, strong ? 1 : 0.22);
  const border = chosen ? colours.ink : colours.ground;
  return {
    id: number,
    hidden: graph.shown !== null && !graph.shown.nodes.has(number),
    borderWidth: chosen ? 3 : 2,
    color: { background: colour, border, hover: { background: colour, border: colours.ink } },
  };
}

function edgeLook(graph, colours, fact, number) {
  const strong = !graph.strong || graph.strong.facts.has(number);
  const colour = fact.status === 'halted' || !graph.strong || !strong ? colours.status(fact.status) : colours.accent;
  return {
    id: number,
    hidden: graph.shown !== null && !graph.shown.facts.has(number),
    color: { color: mixed(colour, colours.ground, strong ? 0.9 : 0.14), hover: colours.accent, inherit: false },
  };
}

function moving(wanted) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return wanted && !still ? { duration: 350, easingFunction: 'easeInOutQuad' } : false;
}

// The name or the fact under the pointer, as text beside it.
function showTips(page, { network }) {
  const tip = byId('tip');
  const show = (at, ...children) => {
    tip.replaceChildren(...children.filter(Boolean));
    tip.hidden = false;
    const room = byId('graph');
    tip.style.left = Math.max(0, Math.min(at.x + 14, room.clientWidth - tip.offsetWidth - 8)) + 'px';
    tip.style.top = Math.max(0, Math.min(at.y + 16, room.clientHeight - tip.offsetHeight - 8)) + 'px';
  };
  network.on('hoverNode', ({ node, pointer }) => show(pointer.DOM, said(page.ends[node].name)));
  network.on('hoverEdge', ({ edge, pointer }) => show(pointer.DOM, ...statement(page, page.facts[edge])));
  for (const event of ['hoverNode', 'hoverEdge']) network.on(event, () => { byId('canvas').style.cursor = 'pointer'; });
  for (const event of ['blurNode', 'blurEdge']) network.on(event, () => { byId('canvas').style.cursor = ''; });
  for (const event of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) network.on(event, () => { tip.hidden = true; });
}
