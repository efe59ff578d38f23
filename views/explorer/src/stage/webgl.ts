// The drawing by sigma, with WebGL; dashes and names lie on canvases of our own.

import { createEdgeCurveProgram, EdgeCurvedArrowProgram } from "@sigma/edge-curve";
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeRectangleProgram } from "sigma/rendering";
import { mix, palette } from "./colours";
import { cleared, drawLines, drawWords, isOverlaid, overlaid, type Eye } from "./overlay";
import type { Spot } from "./relaxing";
import { boundsOf, type Hands, type Hit, type Renderer } from "./renderer";
import type { DrawnEdge, DrawnNode, Scene } from "./scene";
import { ShapeProgram } from "./shape_program";

/** Beyond so many lines they are left out while the drawing moves. */
const FLUID = 4000;
const MARGIN = 48;
/** Part of a line's width is its soft rim; this much more makes it as wide as in SVG. */
const SOFT_RIM = 1.5;

/** Whether the browser can draw with WebGL at all. */
export function hasWebGL(): boolean {
  try {
    const canvas = document.createElement("canvas");
    return Boolean(canvas.getContext("webgl2") ?? canvas.getContext("webgl"));
  } catch {
    return false;
  }
}

export function webglRenderer(container: HTMLElement, hands: Hands): Renderer {
  let scene: Scene = { nodes: [], edges: [] };
  let byId = new Map<string, DrawnNode>();
  let special: DrawnEdge[] = [];
  let lines = new Map<string, DrawnEdge>();
  let dashed = false;
  let drawn = "";
  let pointed = new Set<string>();
  const sigma = new Sigma(new MultiDirectedGraph(), container, {
    ...SETTINGS,
    // The graph holds who is tied to whom; how it looks is asked for at every refresh.
    nodeReducer: (id) => nodeLook(byId.get(id)!),
    edgeReducer: (id) => edgeLook(lines.get(id)!, dashed),
  });
  const under = sigma.createCanvas("under", { beforeLayer: "nodes" });
  const over = sigma.createCanvas("over", { beforeLayer: "mouse" });
  under.style.pointerEvents = over.style.pointerEvents = "none";

  const eye = (): Eye => {
    const ratio = sigma.getSetting("zoomToSizeRatioFunction")(sigma.getCamera().ratio);
    const { width, height } = sigma.getDimensions();
    return { at: ({ x, y }) => sigma.graphToViewport({ x, y: -y }), zoom: 1 / ratio, width, height };
  };
  const drawOver = () => {
    const now = eye();
    const below = cleared(under, now.width, now.height);
    const above = cleared(over, now.width, now.height);
    if (below) drawLines(below, special, byId, now);
    if (above) drawWords(above, scene.nodes, now, pointed);
  };
  sigma.on("afterRender", drawOver);
  listen(sigma, hands);

  return {
    draw(next) {
      scene = next;
      byId = new Map(next.nodes.map((node) => [node.id, node]));
      lines = new Map(next.edges.map((edge) => [edge.id, edge]));
      special = overlaid(next.edges);
      const key = [...next.nodes, ...next.edges].map((one) => one.id).join("\n");
      dashed = special.length > 0;
      if (key === drawn) move(sigma, next);
      else sigma.setGraph(graphOf(next));
      drawn = key;
      const many = next.edges.length > FLUID;
      if (sigma.getSetting("hideEdgesOnMove") !== many) sigma.setSetting("hideEdgesOnMove", many);
    },
    point(id) {
      pointed = new Set(id ? [id] : []);
      drawOver();
    },
    fit() {
      const { x, y } = boundsOf(scene);
      sigma.setCustomBBox({ x, y: [-y[1], -y[0]] });
      sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
      sigma.refresh();
    },
    zoom(factor) {
      const camera = sigma.getCamera();
      camera.setState({ ratio: camera.getBoundedRatio(camera.ratio / factor) });
    },
    stop: () => sigma.kill(),
  };
}

const SETTINGS = {
  renderLabels: false,
  // Names while pointed at are drawn with all others.
  defaultDrawNodeHover: () => {},
  enableEdgeEvents: true,
  enableCameraRotation: false,
  allowInvalidContainer: true,
  zIndex: true,
  stagePadding: MARGIN,
  minCameraRatio: 0.01,
  maxCameraRatio: 8,
  defaultNodeType: "shape",
  defaultEdgeType: "line",
  nodeProgramClasses: { shape: ShapeProgram },
  nodeHoverProgramClasses: { shape: ShapeProgram },
  edgeProgramClasses: {
    line: EdgeRectangleProgram,
    arrow: EdgeArrowProgram,
    curve: createEdgeCurveProgram(),
    curvedArrow: EdgeCurvedArrowProgram,
  },
};

function nodeLook(node: DrawnNode) {
  return { x: node.x, y: -node.y, size: node.radius, color: node.colour, shape: node.shape, zIndex: node.faded ? 0 : 1 };
}

function edgeLook(edge: DrawnEdge, dashes: boolean) {
  // What is drawn with dashes leaves a trace here, so that it can be pointed at.
  const traced = dashes && isOverlaid(edge);
  const arrow = edge.arrow && !traced;
  return {
    size: edge.width * SOFT_RIM,
    color: traced ? mix(edge.colour, palette.value.surface, 0.12) : edge.colour,
    curvature: edge.curve,
    type: edge.curve ? (arrow ? "curvedArrow" : "curve") : arrow ? "arrow" : "line",
    zIndex: edge.faded ? 0 : 1,
  };
}

function graphOf(scene: Scene): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const { id, x, y } of scene.nodes) graph.addNode(id, { x, y: -y });
  for (const { id, source, target } of scene.edges) {
    if (graph.hasNode(source) && graph.hasNode(target)) graph.addEdgeWithKey(id, source, target);
  }
  return graph;
}

/** Draws what is there already at its new places. */
function move(sigma: Sigma, scene: Scene): void {
  const graph = sigma.getGraph();
  // Written in place: told one by one, every node would be drawn anew on its own.
  for (const { id, x, y } of scene.nodes) Object.assign(graph.getNodeAttributes(id), { x, y: -y });
  sigma.refresh();
}

function listen(sigma: Sigma, hands: Hands): void {
  let dragged: string | null = null;
  let moved = false;
  const spot = (event: { x: number; y: number }): Spot => ({ x: event.x, y: event.y });
  const node = (id: string): Hit => ({ what: "node", id });
  const edge = (id: string): Hit => ({ what: "edge", id });

  sigma.on("clickNode", (event) => hands.pick(node(event.node)));
  sigma.on("clickEdge", (event) => hands.pick(edge(event.edge)));
  sigma.on("clickStage", () => hands.pick(null));
  sigma.on("enterNode", ({ node: id, event }) => hands.hover(node(id), spot(event)));
  sigma.on("enterEdge", ({ edge: id, event }) => hands.hover(edge(id), spot(event)));
  sigma.on("leaveNode", ({ event }) => hands.hover(null, spot(event)));
  sigma.on("leaveEdge", ({ event }) => hands.hover(null, spot(event)));
  sigma.on("rightClickNode", ({ node: id, event }) => {
    event.original.preventDefault();
    hands.menu(node(id), spot(event));
  });
  sigma.on("downNode", ({ node: id, event }) => {
    if (event.original instanceof MouseEvent && event.original.button !== 0) return;
    dragged = id;
    moved = false;
  });
  sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (!dragged) return;
    moved = true;
    const to = sigma.viewportToGraph(event);
    hands.drag(dragged, { x: to.x, y: -to.y });
    preventSigmaDefault();
    event.original.preventDefault();
    event.original.stopPropagation();
  });
  const release = () => {
    if (dragged && moved) hands.drop(dragged);
    dragged = null;
  };
  sigma.on("upNode", release);
  sigma.on("upStage", release);
  sigma.on("upEdge", release);
}
