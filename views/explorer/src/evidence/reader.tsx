// A whole document over the stage, with all that it states marked.

import { useEffect, useRef } from "preact/hooks";
import { get } from "../api";
import type { DocumentPage } from "../records";
import { useAnswer } from "./answers";
import { DocumentDetails } from "./document_view";
import { Passages } from "./passages";
import { Problem, Reading as Waiting } from "./pieces";
import { closeDocument, reading } from "./reading";
import "./reader.css";

export function Reader() {
  const open = reading.value;
  return open && <OpenDocument key={open.document} id={open.document} />;
}

function OpenDocument({ id }: { id: string }) {
  const path = `documents/${encodeURIComponent(id)}`;
  const { answer, problem } = useAnswer(path, (signal) => get<DocumentPage>(path, { limit: 1 }, signal));
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  useEffect(() => {
    addEventListener("keydown", closeByKey, true);
    return () => removeEventListener("keydown", closeByKey, true);
  }, []);
  return (
    <section class="reader" role="dialog" aria-label={answer?.document.title ?? "Document"}>
      <header>
        <div>
          <h2>
            <bdi>{answer?.document.title}</bdi>
          </h2>
          {answer && <DocumentDetails document={answer.document} />}
        </div>
        <button type="button" ref={close} onClick={closeDocument}>
          Close the document
        </button>
      </header>
      {problem && <Problem text={problem} />}
      {answer ? <Passages document={answer.document} /> : !problem && <Waiting />}
    </section>
  );
}

/** Escape closes the document and does nothing else, except where one is typing. */
function closeByKey(event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (event.key !== "Escape" || typing) return;
  event.stopPropagation();
  closeDocument();
}
