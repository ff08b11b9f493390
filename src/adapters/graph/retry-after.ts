/**
 * Retry-After in milliseconds: whole or fractional seconds, as Graph sends both (graph-facts 2.2). A date is not used by
 * Graph and counts as missing.
 */
export function parseRetryAfter(value: unknown): number | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const seconds = Number(value);
  if (value === "" || !Number.isFinite(seconds) || seconds < 0) return undefined;
  return Math.ceil(seconds * 1_000);
}
