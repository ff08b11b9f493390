type Cell = string | number | null;

/** A table as CSV (RFC 4180) that spreadsheets take for text: no cell of ours becomes a formula. */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((cells) => `${cells.map(toCell).join(",")}\r\n`).join("");
}

// A spreadsheet runs what begins so, also after white space (https://owasp.org/www-community/attacks/CSV_Injection).
const formula = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function toCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
