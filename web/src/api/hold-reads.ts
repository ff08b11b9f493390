import type { CallApi } from "./call-api.ts";
import { operations } from "./operations.ts";
import { Refusal } from "./refusal.ts";

const usualHoldMs = 5_000;
const longestHoldMs = 300_000;
/** Reads that waited do not all start in the same moment. */
const spreadMs = 500;

/**
 * Answers a CallApi whose reads all wait after a 429, as long as Retry-After says: the limit is the caller's, so a poll of
 * another part of the page would meet it too. What a person starts is not held.
 */
export function holdReads(callApi: CallApi): CallApi {
  let heldUntil = 0;
  return async (id, ...input) => {
    if (operations[id][0] === "GET") await waitUntil(() => heldUntil);
    try {
      return await callApi(id, ...input);
    } catch (error) {
      if (error instanceof Refusal && error.facts.status === 429)
        heldUntil = Math.max(heldUntil, Date.now() + holdMs(error.facts.retryAfter));
      throw error;
    }
  };
}

function holdMs(retryAfter: number | undefined): number {
  return retryAfter === undefined ? usualHoldMs : Math.min(retryAfter * 1_000, longestHoldMs);
}

/** The hold may grow while one waits. */
async function waitUntil(end: () => number): Promise<void> {
  for (let ms = end() - Date.now(); ms > 0; ms = end() - Date.now()) {
    const pause = ms + Math.random() * spreadMs;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
