// The evidence pane while nothing is selected: what to do, the facts shown, the documents.

import { useState } from "preact/hooks";
import type { DocumentOutline } from "../records";
import { nodes, shown } from "../state/network";
import { countWords, dateWords } from "../words";
import { usePaged } from "./answers";
import { FactRow } from "./fact_view";
import { ListEnd } from "./pieces";
import { openDocument } from "./reading";
import { Spot } from "./spot";

const MOST = 50;

export function Start() {
  const { facts } = shown.value;
  const name = (id: string) => nodes.value.get(id)?.name ?? "";
  return (
    <>
      <h2>Evidence</h2>
      <p class="quiet">Select an entity, a fact or an alliance to read the sentences behind it.</p>
      {facts.length > 0 && (
        <section aria-label="Facts shown">
          <h3>
            Facts shown <span class="quiet">{countWords(facts.length, "fact")}</span>
          </h3>
          <ul class="rows">
            {facts.slice(0, MOST).map((fact) => (
              <FactRow key={fact.id} fact={fact} source={name(fact.source)} target={name(fact.target)} />
            ))}
          </ul>
          {facts.length > MOST && <p class="quiet">and {(facts.length - MOST).toLocaleString("en-GB")} more, in the tables</p>}
        </section>
      )}
      <Documents />
    </>
  );
}

function Documents() {
  const [text, setText] = useState("");
  const list = usePaged<DocumentOutline>("documents", { q: text.trim() }, 20);
  return (
    <section aria-label="Documents">
      <h3>
        Documents {list.answer && <span class="quiet">{countWords(list.total, "document")}</span>}
      </h3>
      <input
        type="search"
        aria-label="Find a document by its title"
        placeholder="Words of the title"
        maxLength={200}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <ul class="rows">
        {list.answer?.map((document) => (
          <li key={document.id}>
            <Spot className="link" onPress={() => openDocument(document.id)}>
              <bdi>{document.title}</bdi>
              <span class="quiet">
                {[document.source, dateWords(document.published), countWords(document.claims, "claim")].filter(Boolean).join(" · ")}
              </span>
            </Spot>
          </li>
        ))}
      </ul>
      <ListEnd list={list} none="No document has such a title." more="documents" />
    </section>
  );
}
