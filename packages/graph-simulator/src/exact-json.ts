// The product reads Graph's answers with a parser of its own (src/domain/json). This is another on purpose: a package
// imports nothing outside itself, and a server that wrote with the reader's own code would share its mistakes.

// ES2026 (source text access); Node 24 has them, the compiler's library does not declare them yet.
type SourceText = {
  parse(
    text: string,
    reviver: (name: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
};
const withSource = JSON as unknown as SourceText;

/** The value of a JSON text. A whole number that no double holds is a bigint, as Graph keeps every Int64. */
export function readJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return withSource.parse(text, (_name, value, { source = "" }) =>
    typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? BigInt(source) : value,
  );
}

/** The JSON text of a value, bigints as whole numbers. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === "bigint" ? withSource.rawJSON(each.toString()) : each,
  );
}
