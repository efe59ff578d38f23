// Names and relations on the drawing, at the same size whatever the zoom: those that fit without covering one another,
// the chosen and the best connected first. Zooming in makes room for more.

const FACE = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif';
const NAME = { font: '500 12.5px ' + FACE, line: 15 };
const RELATION = { font: '11px ' + FACE, line: 13 };
// Where the words of a relation may stand: the share of the way along the edge, and lines above or below it.
const PLACES = [[0.5, 0], [0.4, 0], [0.6, 0], [0.3, 0], [0.7, 0]];
const BESIDE_MARK = [[0.5, 1.4], [0.5, -1.4], [0.3, 0], [0.7, 0], [0.5, 2.4]];
const IMPORTANT = 40; // names that are wanted at any zoom
const NEAR = 0.72; // zoom from which all relations are named, not only the chosen

function makeLabels(page, graph) {
  const names = page.drawing.nodes.map((node) => ({ lines: node.label.split('\n'), size: node.size }));
  const relations = page.drawing.edges.map((edge) => ({
    lines: edge.label.split('\n'), places: edge.arrows.middle ? BESIDE_MARK : PLACES,
  }));
  const order = [...names.keys()].sort((one, other) => names[other].size - names[one].size || one - other);
  const tools = document.querySelector('.tools');
  const { container } = graph;
  let drawn = [];

  graph.network.on('afterDrawing', (context) => {
    const ratio = context.canvas.width / container.clientWidth;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textAlign = 'center';
    context.textBaseline = 'top';
    context.lineJoin = 'round';
    const taken = makeRoom(container);
    const { nodes, facts } = visible(graph, page);
    const first = (numbers, strong) => [...numbers.filter(strong), ...numbers.filter((number) => !strong(number))];
    const strongNode = (number) => graph.strong !== null && graph.strong.nodes.has(number);
    drawn = [];
    taken.add([tools.offsetLeft, tools.offsetTop, container.clientWidth, tools.offsetTop + tools.offsetHeight], true);
    for (const number of nodes) taken.add(nodeBox(graph, names[number], number, 0.8), false);
    first(order.filter((number) => nodes.has(number)), strongNode).forEach((number, rank) => {
      const important = rank < IMPORTANT || strongNode(number);
      const box = drawName(context, graph, names[number], number, taken, important);
      if (box) drawn.push({ box, number });
    });
    for (const number of facts) drawRelation(context, graph, relations[number], number, taken);
    context.restore();
  });
  const holds = (box, at) => at.x > box[0] && at.x < box[2] && at.y > box[1] && at.y < box[3];
  return { nodeAt: (at) => (drawn.find(({ box }) => holds(box, at)) || {}).number };
}

// What may have a label: nodes not filtered away, and facts; when something is chosen, the facts that belong to it.
function visible(graph, page) {
  const nodes = graph.shown ? graph.shown.nodes : new Set(page.ends.keys());
  const all = graph.shown ? graph.shown.facts : new Set(page.facts.keys());
  return { nodes, facts: graph.strong ? [...all].filter((number) => graph.strong.facts.has(number))
    : graph.network.getScale() > NEAR ? [...all] : [] };
}

// Below the sign if that is free, else beside or above it; the best connected may cover signs, but never names.
function drawName(context, graph, label, number, taken, important) {
  const weak = graph.strong && !graph.strong.nodes.has(number);
  const at = nodeBox(graph, label, number, 1);
  const width = measured(context, label, NAME.font) + 6;
  const height = label.lines.length * NAME.line + 2;
  const middle = [(at[0] + at[2]) / 2, (at[1] + at[3]) / 2];
  const places = [[middle[0], at[3] + 1], [at[2] + 2 + width / 2, middle[1] - height / 2],
    [at[0] - 2 - width / 2, middle[1] - height / 2], [middle[0], at[1] - 1 - height]];
  const boxes = places.map(([x, y]) => [x - width / 2, y, x + width / 2, y + height]);
  const box = boxes.find((one) => taken.free(one, false)) || (important && boxes.find((one) => taken.free(one, true)));
  if (!box) return null;
  taken.add(box, true);
  write(context, label.lines, NAME, (box[0] + box[2]) / 2, box[1] + 1,
    weak ? faded(graph.colours.ink, 0.3) : graph.colours.ink, weak ? null : graph.colours.ground);
  return box;
}

function drawRelation(context, graph, label, number, taken) {
  const edge = graph.network.body.edges[number];
  if (!edge || !edge.connected || edge.from === edge.to) return;
  const [from, to] = [edge.from, edge.to].map((node) => graph.network.canvasToDOM({ x: node.x, y: node.y }));
  const width = measured(context, label, RELATION.font);
  if (Math.hypot(from.x - to.x, from.y - to.y) < Math.min(width + 24, 110)) return;
  const half = label.lines.length * RELATION.line / 2;
  for (const [place, lines] of label.places) {
    const at = graph.network.canvasToDOM(edge.edgeType.getPoint(place));
    const y = at.y + lines * RELATION.line;
    const box = [at.x - width / 2 - 3, y - half, at.x + width / 2 + 3, y + half];
    if (!taken.free(box, false)) continue;
    taken.add(box, true);
    context.fillStyle = faded(graph.colours.ground, 0.88);
    context.fillRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
    write(context, label.lines, RELATION, at.x, box[1] + 1, graph.colours.muted, null);
    return;
  }
}

function write(context, lines, look, x, y, colour, halo) {
  context.font = look.font;
  lines.forEach((line, place) => {
    if (halo) {
      context.lineWidth = 4;
      context.strokeStyle = halo;
      context.strokeText(line, x, y + place * look.line);
    }
    context.fillStyle = colour;
    context.fillText(line, x, y + place * look.line);
  });
}

function measured(context, label, font) {
  if (label.width === undefined) {
    context.font = font;
    label.width = Math.max(...label.lines.map((line) => context.measureText(line).width));
  }
  return label.width;
}

// The sign of a node on the screen: left, top, right, bottom.
function nodeBox(graph, label, number, share) {
  const at = graph.network.canvasToDOM(graph.network.getPosition(number));
  const half = label.size * graph.network.getScale() * share;
  return [at.x - half, at.y - half, at.x + half, at.y + half];
}

// Boxes taken so far, in cells, so that a look at one place stays cheap; what leaves the screen is never free.
function makeRoom(container) {
  const cells = new Map();
  const size = 64;
  const keys = (box) => {
    const found = [];
    for (let x = Math.floor(box[0] / size); x <= Math.floor(box[2] / size); x += 1) {
      for (let y = Math.floor(box[1] / size); y <= Math.floor(box[3] / size); y += 1) found.push(x * 100003 + y);
    }
    return found;
  };
  const { clientWidth: width, clientHeight: height } = container;
  const touches = (box) => box[2] > 0 && box[3] > 0 && box[0] < width && box[1] < height;
  const inside = (box) => box[0] > 0 && box[1] > 0 && box[2] < width && box[3] < height;
  const apart = (one, other) => one[0] >= other[2] || one[2] <= other[0] || one[1] >= other[3] || one[3] <= other[1];
  return {
    add: (box, isText) => {
      if (!touches(box)) return;
      for (const key of keys(box)) {
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push({ box, isText });
      }
    },
    free: (box, overSigns) => inside(box) && keys(box).every((key) => (cells.get(key) || [])
      .every((other) => (overSigns && !other.isText) || apart(box, other.box))),
  };
}
