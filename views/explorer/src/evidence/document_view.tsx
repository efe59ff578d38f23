// A document in the pane: who published it when, and the way to its text.

import { useEffect } from "preact/hooks";
import { get } from "../api";
import type { DocumentOutline, DocumentPage } from "../records";
import { abilities } from "../hosts/abilities";
import { countWords, dateWords } from "../words";
import { useAnswer } from "./answers";
import { Details, Problem, Reading } from "./pieces";
import { openDocument } from "./reading";
import { reliabilityWords, webAddress } from "./wording";

export function DocumentView({ id }: { id: string }) {
  const path = `documents/${encodeURIComponent(id)}`;
  const { answer, problem } = useAnswer(path, (signal) => get<DocumentPage>(path, { limit: 1 }, signal));
  useEffect(() => openDocument(id), [id]);
  if (problem) return <Problem text={problem} />;
  if (!answer) return <Reading />;
  return (
    <>
      <p class="over">Document</p>
      <h2>
        <bdi>{answer.document.title}</bdi>
      </h2>
      <DocumentDetails document={answer.document} />
      {abilities.value.documents && (
        <p class="actions">
          <button type="button" onClick={() => openDocument(id)}>
            Read the document
          </button>
        </p>
      )}
    </>
  );
}

export function DocumentDetails({ document }: { document: DocumentOutline }) {
  const address = webAddress(document.uri);
  return (
    <Details
      rows={[
        ["Source", document.source && <bdi>{document.source}</bdi>],
        ["Reliability", reliabilityWords(document.reliability)],
        ["Published", dateWords(document.published)],
        ["Author", document.author && <bdi>{document.author}</bdi>],
        ["State", document.retired],
        ["Holds", `${countWords(document.passages, "sentence")}, ${countWords(document.claims, "claim")}`],
        [
          "Address",
          address ? (
            <a href={address} target="_blank" rel="noopener noreferrer">
              {address}
            </a>
          ) : (
            document.uri && <bdi>{document.uri}</bdi>
          ),
        ],
      ]}
    />
  );
}
