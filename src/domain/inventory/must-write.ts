import { canonicalJson } from "../json/canonical-json.ts";
import type { InventoryObject } from "./inventory-object.ts";

// What is in no complete listing says by its own document when it was last seen: in a week, and not in each night.
const rewriteAfterMs = 7 * 24 * 3_600_000;

/**
 * Whether an observation says more than what is known: anything but its times, or that the object is there still after
 * a week in which nothing else said so. `known.lastSeenAt` counts the listings of its type. An observation that is not
 * newer says nothing.
 */
export function mustWrite(object: InventoryObject, known: InventoryObject | undefined): boolean {
  if (known === undefined) return true;
  if (object.observedAt <= known.observedAt) return false;
  return factsOf(object) !== factsOf(known) || ageMs(known, object) > rewriteAfterMs;
}

function factsOf({ firstSeenAt: _first, lastSeenAt: _last, observedAt: _at, ...facts }: InventoryObject): string {
  return canonicalJson(facts);
}

function ageMs(known: InventoryObject, now: InventoryObject): number {
  return Date.parse(now.observedAt) - Date.parse(known.lastSeenAt);
}
