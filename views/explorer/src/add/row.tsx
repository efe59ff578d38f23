// A file on its way into the graph: how far it is, and what it brought.

import { Name } from "../components/name";
import { change, stage } from "../state/view";
import { countWords } from "../words";
import { type Addition, isRunning } from "./additions";
import type { Load, LoadResult } from "./answers";

const STATES = { waiting: "Waits", reading: "Being read", storing: "Being stored", done: "Done", failed: "Failed" };

export function Row({ addition }: { addition: Addition }) {
  const { name, size, problem, load } = addition;
  const skipped = load?.result?.skipped ?? [];
  const nothing = load?.state === "done" && load.result?.documents === 0;
  const tone = problem || load?.state === "failed" || nothing ? " bad" : load?.state === "done" ? " good" : "";
  return (
    <li class="addition">
      <p class="file">
        <Name text={name} /> {size !== null && <span class="quiet">{sizeWords(size)}</span>}
        <span class={"state" + tone}>{stateWords(addition)}</span>
      </p>
      {isRunning(addition) && (
        <progress aria-label={`How far ${name} is`} max={load?.total || undefined} value={load?.total ? load.done : undefined} />
      )}
      {problem && <p class="problem">{problem}</p>}
      {load?.error && (
        <p class="problem">
          {load.error.message} {load.error.remedy}
        </p>
      )}
      {load?.result && <p>{resultWords(load.result)}</p>}
      {skipped.map((one, place) => (
        <p key={place} class="problem">
          Skipped <Name text={one.path} />: <Name text={one.reason} />
        </p>
      ))}
      {load && load.new_entities.length > 0 && (
        <button type="button" onClick={() => showNew(load)}>
          Show what it names ({load.new_entities.length.toLocaleString("en-GB")})
        </button>
      )}
    </li>
  );
}

function showNew({ name, new_entities: ids }: Load): void {
  change(`Show what ${name} names`, (now) => ({
    // Where the whole graph is shown they are there already.
    entities: now.entities && [...new Set([...now.entities, ...ids])],
    hidden: now.hidden.filter((id) => !ids.includes(id)),
    marked: ids,
  }));
  stage.value = "graph";
}

function stateWords({ problem, load }: Addition): string {
  if (problem) return "Not added";
  if (!load) return "Being sent";
  if (load.state === "done" && load.result?.documents === 0) return "Nothing added";
  return load.total > 1 && load.state === "storing" ? `${load.done} of ${load.total} stored` : STATES[load.state];
}

function resultWords(result: LoadResult): string {
  if (result.documents === 0 && result.skipped.length) return "";
  if (!result.created && !result.changed) return "Known already: nothing is new.";
  const parts = [
    countWords(result.claims, "claim"),
    countWords(result.entities, "entity", "entities"),
    countWords(result.facts, "fact"),
  ];
  const documents = result.documents === 1 ? "" : countWords(result.documents, "document") + ": ";
  return `${documents}${parts.join(", ")}.`;
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return countWords(bytes, "byte");
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, "kB"] : [bytes / 1024 ** 2, "MB"];
  return `${size.toLocaleString("en-GB", { maximumFractionDigits: 1 })} ${unit}`;
}
