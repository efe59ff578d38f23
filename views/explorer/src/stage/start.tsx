// What stands in the middle before anything is shown: how much there is, and ways in.

import { useSignal, useSignalEffect } from "@preact/signals";
import { get, Problem } from "../api";
import { Glyph } from "../components/glyph";
import { Name } from "../components/name";
import type { DocumentOutline, Health, Node, Page } from "../records";
import { barred, revision } from "../state/changes";
import { complain } from "../state/messages";
import { panel, select } from "../state/view";
import { countWords, dateWords } from "../words";
import { openEntity, showWholeGraph } from "./acts";

const LISTED = 12;
const DOCUMENTS = 6;

export function StartPage() {
  const counts = useSignal<Record<string, number> | null>(null);
  const entities = useSignal<Node[]>([]);
  const documents = useSignal<DocumentOutline[]>([]);
  useSignalEffect(() => {
    void revision.value;
    if (barred.value) return;
    get<Health>("health").then((health) => (counts.value = health.counts)).catch(complainUnlessBarred);
    get<Page<Node>>("entities", { sort: "degree", limit: LISTED }).then((page) => (entities.value = page.items)).catch(complainUnlessBarred);
    get<Page<DocumentOutline>>("documents", { limit: DOCUMENTS }).then((page) => (documents.value = page.items)).catch(complainUnlessBarred);
  });

  if (barred.value) return <Barred />;
  if (!counts.value) return <div class="start quiet">Reading the graph…</div>;
  if (!counts.value.entities) return <EmptyGraph />;
  return (
    <div class="start">
      <dl class="counts">
        {(["entities", "facts", "alliances", "claims", "documents"] as const).map((name) => (
          <div key={name}>
            <dd>{(counts.value?.[name] ?? 0).toLocaleString("en-GB")}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      <p>
        <button type="button" class="main" onClick={showWholeGraph}>
          Show the whole graph
        </button>{" "}
        <span class="quiet">or search above for an organisation, a person, a product or a place.</span>
      </p>
      {entities.value.length > 0 && (
        <section aria-labelledby="best-connected">
          <h2 id="best-connected">Best connected</h2>
          <ul class="tiles">
            {entities.value.map((node) => (
              <li key={node.id}>
                <button type="button" onClick={() => openEntity(node.id)}>
                  <Glyph kind={node.kind} />
                  <Name text={node.name.slice(0, 120)} />
                  <span class="quiet">{countWords(node.facts, "fact")}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {documents.value.length > 0 && (
        <section aria-labelledby="latest-documents">
          <h2 id="latest-documents">Latest documents</h2>
          <ul class="rows">
            {documents.value.map((one) => (
              <li key={one.id}>
                <button type="button" onClick={() => select("document", one.id)}>
                  <Name text={one.title} />
                  <span class="quiet">
                    {[one.source, dateWords(one.published), countWords(one.claims, "claim")].filter(Boolean).join(" · ")}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function complainUnlessBarred(error: unknown): void {
  if (!(error instanceof Problem && error.status === 401)) complain(error);
}

function Barred() {
  return (
    <div class="start">
      <h2>This window may not read the graph</h2>
      <p>Open the address that ‘allygraph explore’ printed: it holds the token that lets you in.</p>
    </div>
  );
}

function EmptyGraph() {
  return (
    <div class="start">
      <h2>The graph is empty</h2>
      <p>
        Drop documents or registries here, or{" "}
        <button type="button" onClick={() => (panel.value = "add")}>
          Add files
        </button>
        . On the command line: <code>allygraph load PATH</code>, or <code>allygraph demo</code> for an example.
      </p>
    </div>
  );
}
