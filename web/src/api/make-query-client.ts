import { QueryClient } from "@tanstack/react-query";
import { NetworkFailure } from "./network-failure.ts";
import { Refusal } from "./refusal.ts";

const mostRetries = 4;
const firstPauseMs = 1_000;
const longestPauseMs = 8_000;
/** What several parts of a page ask at once is asked once. */
const freshMs = 2_000;

/** The tab's one cache of what the server said. Reads are tried again where that can help, changes never by themselves. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        retry: (failures, error) => failures < mostRetries && mayPass(error),
        retryDelay: pauseMs,
      },
      // Offline a change fails at once: done later, it would come as a surprise.
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

function mayPass(error: Error): boolean {
  if (error instanceof NetworkFailure) return true;
  return error instanceof Refusal && [429, 502, 503, 504].includes(error.facts.status);
}

/** As long as the API says; else twice as long each time, of which chance takes up to half (P6.14). */
function pauseMs(failures: number, error: Error): number {
  if (error instanceof Refusal && error.facts.retryAfter !== undefined) return error.facts.retryAfter * 1_000;
  return Math.min(firstPauseMs * 2 ** failures, longestPauseMs) * (1 - Math.random() / 2);
}
