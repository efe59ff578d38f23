// Adds documents: chosen here, or dropped anywhere on the page.

import { useEffect, useRef } from "preact/hooks";
import { addFiles, additions, clearEnded, isRunning, readLoads } from "../add/additions";
import "../components/forms.css";
import { Row } from "../add/row";
import { countWords } from "../words";

export function AddPanel() {
  useEffect(() => void readLoads(), []);
  const rows = additions.value;
  const open = rows.filter(isRunning).length;
  return (
    <div class="add">
      <div class="give">
        <p>Drop documents anywhere on this page, or choose them.</p>
        <div class="choices">
          <FileButton title="Choose files" />
          <FileButton title="Choose a folder" folder />
        </div>
        <p class="quiet">Text, PDF, Word, HTML, Markdown, mail, registers and curated facts; 64 MB each at most.</p>
      </div>
      {rows.length > 0 && (
        <section aria-label="Files added">
          <div class="heading">
            <h3 aria-live="polite">{open ? `${countWords(open, "file")} on the way` : countWords(rows.length, "file")}</h3>
            {open < rows.length && (
              <button type="button" class="link" onClick={clearEnded}>
                Clear the list
              </button>
            )}
          </div>
          <ul>
            {rows.map((addition) => (
              <Row key={addition.key} addition={addition} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function FileButton({ title, folder = false }: { title: string; folder?: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => field.current?.click()}>
        {title}
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={title}
        {...(folder ? { webkitdirectory: "" } : {})}
        onChange={(event) => {
          const files = Array.from(event.currentTarget.files ?? []);
          // So that the same file can be chosen again.
          event.currentTarget.value = "";
          void addFiles(files);
        }}
      />
    </>
  );
}
