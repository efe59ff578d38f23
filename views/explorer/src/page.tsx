// The page: search and steps above, legend on the left, drawing in the middle, panels on the right, time below.

import { DropZone } from "./add/drop_zone";
import { Messages } from "./components/messages";
import { Reader } from "./evidence/reader";
import type { Panel } from "./panels";
import { clearView } from "./stage/acts";
import { Count } from "./stage/count";
import { Help } from "./stage/help";
import { Legend } from "./stage/legend";
import { Search } from "./stage/search";
import { Stage } from "./stage/stage";
import { Tables } from "./stage/tables";
import { reachable } from "./state/changes";
import { panel, redo, redoable, stage, undo, undoable, view } from "./state/view";
import { TimeSlider } from "./time/slider";
import { Timeline } from "./time/timeline";

const STAGES = [
  { name: "graph", title: "Graph" },
  { name: "table", title: "Tables" },
  { name: "timeline", title: "Timeline" },
] as const;

export function ExplorerPage({ heading, panels }: { heading: string; panels: Panel[] }) {
  const open = panels.find((one) => one.name === panel.value) ?? panels[0]!;
  return (
    <>
      <a class="skip" href="#stage">
        To the graph
      </a>
      <header class="top">
        <h1>
          <bdi>{heading}</bdi>
        </h1>
        <Search />
        <div class="tabs" role="group" aria-label="What stands in the middle">
          {STAGES.map((one) => (
            <button key={one.name} type="button" aria-pressed={stage.value === one.name} onClick={() => (stage.value = one.name)}>
              {one.title}
            </button>
          ))}
        </div>
        <div class="steps">
          <button type="button" disabled={view.value.entities?.length === 0} title="Show nothing, and begin with the search again" onClick={clearView}>
            Start again
          </button>
          <button type="button" disabled={!undoable.value} title={undoable.value ? `Undo: ${undoable.value}` : "Nothing to undo"} onClick={undo}>
            Undo
          </button>
          <button type="button" disabled={!redoable.value} title={redoable.value ? `Redo: ${redoable.value}` : "Nothing to redo"} onClick={redo}>
            Redo
          </button>
        </div>
      </header>
      {!reachable.value && (
        <p class="notice" role="alert">
          The server or its database does not answer. What you see stays; start it again with 'allygraph explore' to go on.
        </p>
      )}
      <main>
        <aside class="side" aria-label="Legend and filters">
          <Legend />
        </aside>
        <section class="stage" id="stage" aria-label="Graph" tabIndex={-1}>
          {stage.value === "graph" && <Stage />}
          {stage.value === "table" && <Tables />}
          {stage.value === "timeline" && <Timeline />}
          <Count />
          <TimeSlider />
        </section>
        <aside class="pane" aria-label="Panels">
          {panels.length > 1 && (
            <div class="tabs" role="tablist" aria-label="Panels">
              {panels.map((one) => (
                <button
                  key={one.name}
                  type="button"
                  role="tab"
                  id={`tab-${one.name}`}
                  aria-selected={one.name === open.name}
                  aria-controls="panel"
                  onClick={() => (panel.value = one.name)}
                >
                  {one.title}
                </button>
              ))}
            </div>
          )}
          <div id="panel" role="tabpanel" tabIndex={-1} aria-label={open.title}>
            <open.component />
          </div>
        </aside>
        <Reader />
      </main>
      <DropZone />
      <Help />
      <Messages />
    </>
  );
}
