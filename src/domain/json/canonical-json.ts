/**
 * The one text of a JSON value (RFC 8785): equal values give equal bytes. Whole numbers that no double holds are
 * bigints and stand with all their digits, where the RFC knows doubles only. Throws TypeError when the value is no JSON.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) return canonicalObject(value);
  return canonicalScalar(value);
}

/** `sort()` orders by UTF-16 code units, as the RFC asks (3.2.3). What is undefined is absent. */
function canonicalObject(value: object): string {
  const present = Object.entries(value).filter(([, each]) => each !== undefined);
  const sorted = present.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, each]) => `${canonicalScalar(name)}:${canonicalJson(each)}`).join(",")}}`;
}

function canonicalScalar(value: unknown): string {
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "string" && value.isWellFormed()) return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (value === null || typeof value === "boolean") return String(value);
  throw new TypeError("Only JSON values have a canonical form.");
}
