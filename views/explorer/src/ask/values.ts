// Values of answers as text and as CSV.

import type { Table } from "../records";

/** A value in one line: lists with semicolons, objects as 'name: value'. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(valueWords).join("; ");
  if (typeof value === "object") {
    return Object.entries(value)
      .filter(([, one]) => one !== null)
      .map(([name, one]) => `${name}: ${valueWords(one)}`)
      .join(", ");
  }
  return typeof value === "number" ? numberWords(value) : String(value);
}

/** Grouped from 10,000 on, so that years stay years. */
function numberWords(value: number): string {
  return value.toLocaleString("en-GB", { useGrouping: Math.abs(value) >= 10_000, maximumFractionDigits: 6 });
}

export function csv(table: Table): string {
  const rows = [table.columns.map((column) => column.name), ...table.rows];
  return rows.map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";
}

function field(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = valueWords(value);
  // Spreadsheets would take text that begins so for a formula, and names come from anywhere.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
