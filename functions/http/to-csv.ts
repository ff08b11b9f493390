import { visibleText } from "../../src/domain/text/visible-text.ts";

type Cell = string | number | null;

/** A table as CSV (RFC 4180) that spreadsheets take for text: no cell becomes a formula, and none hides anything. */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((cells) => `${cells.map(toCell).join(",")}\r\n`).join("");
}

// A spreadsheet runs what begins so, also after white space (https://owasp.org/www-community/attacks/CSV_Injection), and a
// cell begins after a semicolon or a tab where that is what the reader's settings divide cells by.
const formula = /(^|[;\u2409])(\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

function toCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = visibleText(value).replace(formula, "$1'$2");
  return /[",;']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
