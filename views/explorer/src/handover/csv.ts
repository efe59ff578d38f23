// Tables as CSV after RFC 4180, in UTF-8 with the mark by which spreadsheets know it.

export type Cell = string | number | boolean | null;

const MARK = "\ufeff";
/** A spreadsheet would run a text that begins so as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

export function csvOf(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return MARK + [head, ...rows].map((row) => row.map(written).join(",") + "\r\n").join("");
}

function written(cell: Cell): string {
  const text = typeof cell === "string" ? harmless(cell) : String(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function harmless(text: string): string {
  return FORMULA.test(text) ? "'" + text : text;
}
