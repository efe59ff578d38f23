// The drawing with what lies upon it: what is done with the selected entity, what the pointer is on, the zoom.

import { useEffect, useRef } from "preact/hooks";
import { communities } from "../state/communities";
import { loading, network, shown } from "../state/network";
import { view } from "../state/view";
import { showAllAgain } from "./acts";
import { renderer, startDrawing, webgl } from "./drawing";
import { helpOpen } from "./keys";
import { tidy } from "./places";
import { scene } from "./scene";
import "./stage.css";
import { StartPage } from "./start";
import { MOST_SVG } from "./svg";
import { Tip } from "./tip";
import { Toolbar } from "./toolbar";

export function Stage() {
  if (view.value.entities?.length === 0) return <StartPage />;
  if (!webgl && scene.value.nodes.length > MOST_SVG) return <TooMany />;
  return (
    <>
      <Toolbar />
      <div class="drawing">
        <Canvas />
        <Tip />
        <Nothing />
        <div class="zoom" role="group" aria-label="Camera">
          <button type="button" title="Come nearer (+)" aria-label="Come nearer" onClick={() => renderer.value?.zoom(1.4)}>
            +
          </button>
          <button type="button" title="Go away (−)" aria-label="Go away" onClick={() => renderer.value?.zoom(1 / 1.4)}>
            −
          </button>
          <button type="button" title="See all (0)" onClick={() => renderer.value?.fit()}>
            All
          </button>
          <button type="button" title="Lay everything out anew; what is pinned stays" onClick={tidy}>
            Tidy
          </button>
          <button type="button" title="Keys (?)" aria-label="Keys" onClick={() => (helpOpen.value = true)}>
            ?
          </button>
        </div>
      </div>
    </>
  );
}

function Canvas() {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => startDrawing(holder.current!), []);
  return (
    <div
      class="canvas"
      ref={holder}
      role="application"
      tabIndex={0}
      aria-label="Drawing of the network. Arrows go from neighbour to neighbour; the same stands in the tables."
      onContextMenu={(event) => event.preventDefault()}
    />
  );
}

/** Why nothing is drawn. */
function Nothing() {
  const { nodes } = shown.value;
  if (nodes.length || communities.value) return null;
  if (loading.value) return <p class="nothing">Reading the graph…</p>;
  if (network.value.nodes.length === 0) return <p class="nothing">None of this is in the graph any longer.</p>;
  return (
    <p class="nothing">
      The filters let nothing through.{" "}
      <button type="button" onClick={showAllAgain}>
        Show all again
      </button>
    </p>
  );
}

function TooMany() {
  return (
    <p class="nothing">
      This browser draws without WebGL, {MOST_SVG.toLocaleString("en-GB")} entities at most. The tables hold them all; or show fewer by the legend.
    </p>
  );
}
