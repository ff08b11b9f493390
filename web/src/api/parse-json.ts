// ES2026 (source text access): what the browser has, and the compiler's library does not declare yet. An older browser gives
// no context, and rounds.
type SourceText = {
  parse(
    text: string,
    reviver: (name: string, value: unknown, context?: { readonly source?: string }) => unknown,
  ): unknown;
};
const withSource = JSON as unknown as SourceText;

// A double keeps any whole number of 15 digits; a reviver is slow, so that only texts with a longer one have it.
const mayHoldLongNumber = /[[:,\s]-?\d{16}/;

/** The value of a JSON text. A whole number that a double would round (Graph's Int64) is a bigint. Throws SyntaxError. */
export function parseJson(text: string): unknown {
  if (!mayHoldLongNumber.test(text)) return JSON.parse(text);
  return withSource.parse(text, (_name, value, context) => {
    const source = context?.source ?? "";
    return typeof value === "number" && !Number.isSafeInteger(value) && /^-?\d+$/.test(source) ? BigInt(source) : value;
  });
}
