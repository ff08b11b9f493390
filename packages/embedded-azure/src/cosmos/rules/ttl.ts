import type { Value } from "./json.ts";

const LONGEST_TTL_SECONDS = 2_147_483_647;

/** Seconds above zero, or -1 for never. */
export function isTtl(ttl: Value): boolean {
  return typeof ttl === "number" && Number.isInteger(ttl) && (ttl === -1 || (ttl > 0 && ttl <= LONGEST_TTL_SECONDS));
}
