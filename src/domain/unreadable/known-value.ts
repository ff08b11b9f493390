import { z } from "zod";

/**
 * A stored value that decides something. One that only a newer version knows is read as `unknown`, and whoever decides by
 * it leaves the thing alone. Values that are only shown are texts, and stay as they are.
 */
export function knownValue<const V extends readonly [string, ...string[]]>(values: V) {
  const known = z.enum([...values, "unknown"]);
  const toKnown = (value: unknown): unknown =>
    typeof value === "string" && !values.includes(value) ? "unknown" : value;
  return z.preprocess(toKnown, known);
}
