// A table that is sorted by its headings, walked by the arrow keys and shown a page at a time.

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import "./table.css";

export interface Column<Row> {
  key: string;
  title: string;
  /** What the column is sorted by; shown as it is where there is no `cell`. */
  value: (row: Row) => string | number | null;
  cell?: (row: Row) => ComponentChildren;
  numeric?: boolean;
}

interface Given<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  onOpen?: (row: Row) => void;
  selectedKey?: string;
}

const PAGE = 200;

export function DataTable<Row>({ caption, columns, rows, rowKey, onOpen, selectedKey }: Given<Row>) {
  const sort = useSignal<{ key: string; down: boolean } | null>(null);
  const first = useSignal(0);
  const sorted = inOrder(rows, columns.find((one) => one.key === sort.value?.key), sort.value?.down ?? false);
  const start = first.value < rows.length ? first.value : 0;
  const page = sorted.slice(start, start + PAGE);

  const sortBy = (key: string) => {
    sort.value = { key, down: sort.value?.key === key && !sort.value.down };
    first.value = 0;
  };

  return (
    <div class="data-table">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" class={column.numeric ? "numeric" : ""} aria-sort={sortWord(column.key, sort.value)}>
                <button type="button" onClick={() => sortBy(column.key)}>
                  {column.title}
                  <span aria-hidden="true">{arrow(column.key, sort.value)}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {page.map((row, place) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                tabIndex={onOpen ? (key === selectedKey || place === 0 ? 0 : -1) : undefined}
                aria-selected={onOpen ? key === selectedKey : undefined}
                class={onOpen ? "opens" : ""}
                onClick={() => onOpen?.(row)}
                onKeyDown={(event) => {
                  if (event.key === "Enter" && event.target === event.currentTarget) onOpen?.(row);
                }}
              >
                {columns.map((column) => (
                  <td key={column.key} class={column.numeric ? "numeric" : ""}>
                    {column.cell ? column.cell(row) : shownValue(column.value(row))}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > PAGE && (
        <p class="pages">
          <button type="button" disabled={start === 0} onClick={() => (first.value = start - PAGE)}>
            Previous {PAGE}
          </button>
          <span class="quiet">
            {(start + 1).toLocaleString("en-GB")} to {(start + page.length).toLocaleString("en-GB")} of {rows.length.toLocaleString("en-GB")}
          </span>
          <button type="button" disabled={start + PAGE >= rows.length} onClick={() => (first.value = start + PAGE)}>
            Next {PAGE}
          </button>
        </p>
      )}
    </div>
  );
}

/** The rows by a column, what has no value last; in the order given without a column. */
function inOrder<Row>(rows: readonly Row[], column: Column<Row> | undefined, down: boolean): readonly Row[] {
  if (!column) return rows;
  const sign = down ? -1 : 1;
  return [...rows].sort((one, other) => {
    const left = column.value(one);
    const right = column.value(other);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === "number" && typeof right === "number") return sign * (left - right);
    return sign * WORDS.compare(String(left), String(right));
  });
}

const WORDS = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function sortWord(key: string, sort: { key: string; down: boolean } | null) {
  if (sort?.key !== key) return "none" as const;
  return sort.down ? ("descending" as const) : ("ascending" as const);
}

function arrow(key: string, sort: { key: string; down: boolean } | null): string {
  if (sort?.key !== key) return "";
  return sort.down ? " ↓" : " ↑";
}

function shownValue(value: string | number | null): string {
  return typeof value === "number" ? value.toLocaleString("en-GB") : (value ?? "");
}

/** The arrow keys go from row to row. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = (event.target as HTMLElement).closest("tr");
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  if (!(next instanceof HTMLElement) || next.tabIndex === undefined) return;
  next.focus();
  event.preventDefault();
}
