import type { SpanFacts, Telemetry } from "../../domain/telemetry/telemetry.ts";
import { saysNoRoute } from "./graph-error.ts";
import type { GraphAnswer } from "./send.ts";

/** Requests that leave together: one alone, or those of a batch. */
type TracedRequests = { readonly method: "GET" | "POST"; readonly urls: readonly string[] };

export type TracedStart = (
  asked: TracedRequests,
  send: () => Promise<readonly GraphAnswer[]>,
) => Promise<readonly GraphAnswer[]>;

/**
 * Traces each request, or batch, as one span, and counts what Graph refused for being too much. What is recorded is the
 * form of the address, never a value in it.
 */
export function makeTracedStart(telemetry: Telemetry, facts: SpanFacts): TracedStart {
  if (!telemetry.isOn) return (_asked, send) => send();
  return ({ method, urls }, send) => {
    const [first = "", ...more] = urls;
    const route = more.length > 0 ? "/$batch" : routeOf(first);
    const known = { ...facts, method: more.length > 0 ? "POST" : method, route, requests: urls.length };
    return telemetry.span({ name: `graph ${known.method} ${route}`, kind: "client", facts: known }, async (span) => {
      const answers = await send();
      const throttled = answers.filter(({ status }) => status === 429).length;
      // The answers of a batch have a status each; the batch itself was answered.
      const refused = urls[answers.findIndex(saysNoRoute)];
      const withoutRoute = refused === undefined ? {} : { withoutRoute: routeOf(refused) };
      span.note({ throttled, status: more.length > 0 ? 200 : (answers[0]?.status ?? 0), ...withoutRoute });
      if (throttled > 0) telemetry.measure({ "graph.throttled": throttled });
      return answers;
    });
  };
}

/** The path without its query; whatever is not plainly a name of Graph's own stands as `{id}`. */
function routeOf(url: string): string {
  return new URL(url).pathname
    .split("/")
    .map((segment, position) => (position < 2 || isName(segment) ? segment : "{id}"))
    .join("/");
}

// Collections, properties, actions and casts: letters alone, with dots in a cast. Ids have digits, signs or both.
function isName(segment: string): boolean {
  return /^(?:microsoft\.graph\.)?[A-Za-z]{2,60}$/.test(segment);
}
