// ES2026 (source text access); Node 24 has them, the compiler's library does not declare them yet.
type SourceText = {
  parse(
    text: string,
    reviver: (name: string, value: unknown, context: { readonly source?: string }) => unknown,
  ): unknown;
  rawJSON(text: string): unknown;
};
const withSource = JSON as unknown as SourceText;

/**
 * The value of a JSON text in which no number is rounded: a whole number that a double would change (Int64 above 2^53)
 * is a bigint, any other that it would change is NaN, which has no canonical form. Throws SyntaxError as JSON.parse.
 */
export function parseJson(text: string): unknown {
  if (!mayHoldLongNumber.test(text)) return JSON.parse(text);
  return withSource.parse(text, (_name, value, { source }) =>
    typeof value === "number" && source !== undefined ? exactNumber(source, value) : value,
  );
}

/** A JSON text with all digits of all numbers. */
export function toJsonText(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === "bigint" ? withSource.rawJSON(each.toString()) : each,
  );
}

// A double keeps any number of 15 digits. Most texts hold no longer one, and a reviver is some ten times slower than none.
const mayHoldLongNumber = /[[:,\s]-?(?:[\d.]{16}|[\d.]+[eE])|^-?[\d.]+/;

/** Longer ones are no number of Graph: Int64 has 19 digits, UInt64 20. */
const longestWhole = 40;
/** Whoever writes out a double needs 17 significant digits at most. Graph declares no fraction that is none (Edm.Decimal). */
const digitsOfDouble = 17;

function exactNumber(source: string, value: number): number | bigint {
  const exact = toDecimal(source);
  const { digits, exponent } = exact;
  if (Number.isFinite(value) && isSame(exact, toDecimal(String(value)))) return value;
  if (exponent >= 0 && digits.length + exponent <= longestWhole) {
    return BigInt(`${exact.sign}${digits}${"0".repeat(exponent)}`);
  }
  const isOfDouble = digits.length <= digitsOfDouble && Number.isFinite(value) && value !== 0;
  return isOfDouble ? value : Number.NaN;
}

/** `sign` digits times ten to the power of `exponent`; one way to write each number. */
type Decimal = { readonly sign: string; readonly digits: string; readonly exponent: number };

function toDecimal(text: string): Decimal {
  const [mantissa = "", power = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const leading = `${whole}${fraction}`.replace(/^0+/, "");
  const digits = leading.replace(/0+$/, "");
  if (digits === "") return { sign: "", digits: "0", exponent: 0 };
  const exponent = Number(power) - fraction.length + leading.length - digits.length;
  return { sign: text.startsWith("-") ? "-" : "", digits, exponent };
}

function isSame(a: Decimal, b: Decimal): boolean {
  return a.sign === b.sign && a.digits === b.digits && a.exponent === b.exponent;
}
