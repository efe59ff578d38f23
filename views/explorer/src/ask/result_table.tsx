// An answer as a table: what can be opened is a button; as CSV; its entities shown in the graph.

import { Fragment } from "preact";
import { Name } from "../components/name";
import { copyText } from "../evidence/clipboard";
import { EntityName } from "../evidence/names";
import { openDocument } from "../evidence/reading";
import { reveal } from "../evidence/reveal";
import { Spot } from "../evidence/spot";
import type { Table } from "../records";
import { complain, say } from "../state/messages";
import { select } from "../state/view";
import { vocabulary } from "../state/vocabulary";
import { countWords, relationName } from "../words";
import type { Asked } from "./asked";
import { csv, valueWords } from "./values";

const PAGE = 100;

export function Result({ asked, title, file }: { asked: Asked; title: string; file: string }) {
  const table = asked.table.value;
  const took = asked.took.value;
  return (
    <div class="result" aria-busy={asked.waiting.value}>
      {asked.problem.value && (
        <p class="problem" role="alert">
          {asked.problem.value}
        </p>
      )}
      <p class="quiet" role="status">
        {asked.waiting.value ? "Asking …" : table && [rowWords(table), took === null ? "" : `${Math.round(took)} ms`].filter(Boolean).join(" · ")}
      </p>
      {table && table.rows.length > 0 && (
        <>
          <Actions table={table} title={title} file={file} />
          <Rows table={table} title={title} />
          {table.more && (
            <button type="button" class="more" disabled={asked.waiting.value} onClick={() => void asked.next()}>
              Next {PAGE} rows
            </button>
          )}
        </>
      )}
    </div>
  );
}

function rowWords(table: Table): string {
  if (!table.rows.length) return "Nothing was found.";
  if (table.total !== null && table.total > table.rows.length) return `${table.rows.length} of ${countWords(table.total, "row")}`;
  return table.more ? `The first ${countWords(table.rows.length, "row")}` : countWords(table.rows.length, "row");
}

function Actions({ table, title, file }: { table: Table; title: string; file: string }) {
  return (
    <p class="actions">
      {table.entities.length > 0 && (
        <button type="button" onClick={() => reveal(table.entities, `Show “${title}”`, table.entities)}>
          Show in graph <span class="quiet">{table.entities.length}</span>
        </button>
      )}
      <button type="button" onClick={() => void copy(table)}>
        Copy as CSV
      </button>
      <button type="button" onClick={() => save(csv(table), `${file}.csv`)}>
        Download CSV
      </button>
    </p>
  );
}

function Rows({ table, title }: { table: Table; title: string }) {
  const known = new Set(table.entities);
  const columns = shownColumns(table);
  return (
    <div class="grid" tabIndex={0} role="region" aria-label={`Answer: ${title}`}>
      <table>
        <thead>
          <tr>
            {columns.map((place) => (
              <th key={place} scope="col">
                {table.columns[place]!.name.replaceAll("_", " ")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, number) => (
            <tr key={number}>
              {columns.map((place) => (
                <td key={place} class={typeof row[place] === "number" ? "numeric" : ""}>
                  <Cell value={row[place]} known={known} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Columns that hold anything; the CSV has them all. */
function shownColumns(table: Table): number[] {
  const places = table.columns.map((_, place) => place);
  return places.filter((place) => table.rows.some((row) => row[place] !== null && valueWords(row[place]) !== ""));
}

function Cell({ value, known }: { value: unknown; known: Set<string> }) {
  if (Array.isArray(value)) return <Items values={value} known={known} />;
  if (isNamed(value)) return known.has(value.id) ? <EntityName id={value.id} name={value.name} /> : <Name text={value.name} />;
  const link = typeof value === "string" ? linkOf(value, known) : null;
  if (!link) return <Name text={typeof value === "string" && vocabulary.value.relations[value] ? relationName(value) : valueWords(value)} />;
  return (
    <Spot onPress={link.open} title={String(value)}>
      {link.text}
    </Spot>
  );
}

function Items({ values, known }: { values: unknown[]; known: Set<string> }) {
  return (
    <span>
      {values.map((one, place) => (
        <Fragment key={place}>
          {place > 0 && "; "}
          <Cell value={one} known={known} />
        </Fragment>
      ))}
    </span>
  );
}

/** Whether a value is an entity, or what was taken from one. */
function isNamed(value: unknown): value is { id: string; name: string } {
  const { id, name } = (value ?? {}) as Record<string, unknown>;
  return typeof id === "string" && typeof name === "string";
}

/** What a cell leads to, where it holds the id of something. */
function linkOf(id: string, known: Set<string>): { text: string; open: () => void } | null {
  if (known.has(id)) return { text: "Entity", open: () => select("entity", id) };
  if (id.startsWith("fac-")) return { text: "Evidence", open: () => select("fact", id) };
  if (id.startsWith("all-")) return { text: "Alliance", open: () => select("alliance", id) };
  if (id.startsWith("doc-")) return { text: "Document", open: () => openDocument(id) };
  return null;
}

async function copy(table: Table): Promise<void> {
  const done = await copyText(csv(table));
  if (done) say(`${countWords(table.rows.length, "row")} copied.`);
  else complain(new Error("The browser keeps its clipboard closed; download the CSV instead."));
}

function save(text: string, name: string): void {
  // The mark at the beginning has spreadsheets read it as UTF-8.
  const address = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
