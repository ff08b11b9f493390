import { NetworkFailure } from "../api/network-failure.ts";
import { Refusal, type RefusalFacts } from "../api/refusal.ts";
import type { Problem } from "../parts/problem.ts";
import { wordFor } from "../words/word-for.ts";
import type { Words } from "../words/words.ts";

/** Roles from the least: the first with a right is whom one asks to become. */
const rolesOf: Readonly<Record<string, readonly string[]>> = {
  reader: ["reader", "operator", "manager", "owner"],
  operator: ["operator", "manager", "owner"],
  manager: ["manager", "owner"],
  owner: ["owner"],
};

const leastRoleFor: Readonly<Record<string, keyof typeof rolesOf>> = {
  "inventory.sync": "operator",
  "snapshot.take": "operator",
  "operation.cancel_own": "operator",
  "schedule.write": "manager",
  "operation.cancel_any": "manager",
  "member.write": "owner",
  "setting.write": "owner",
  "graph.pause": "owner",
};

/** The roles that have a right, in words; the API gives rights only to who has them, so this table stands here. */
export function rolesWith(right: string, { terms }: Words): readonly string[] {
  const least = leastRoleFor[right] ?? "reader";
  return (rolesOf[least] ?? []).map((role) => wordFor(terms.roles, role));
}

/** Why something is not shown or was not done, in the words of the page's language. */
export function toProblem(error: Error, words: Words, nowMs: number): Problem {
  if (error instanceof NetworkFailure) return { kind: navigator.onLine ? "not_ready" : "offline" };
  if (!(error instanceof Refusal)) return { kind: "error", detail: error.message };
  const { facts } = error;
  switch (facts.status) {
    case 403:
      return { kind: "forbidden", ...missing(facts, words) };
    case 404:
      return { kind: "not_found" };
    case 429:
      return { kind: "throttled", againAt: nowMs + (facts.retryAfter ?? 5) * 1_000 };
    case 503:
      return { kind: "not_ready", correlationId: facts.correlationId };
    default:
      return { kind: "error", ...inWords(facts, words) };
  }
}

/** The words of a code; what only the server can say of the case stands between them. */
export function inWords({ code, title, detail, help, correlationId }: RefusalFacts, { codes }: Words) {
  const known = Object.entries(codes).find(([name]) => name === code)?.[1];
  return { title: known?.title ?? title, detail, help: known?.help ?? help, correlationId };
}

function missing({ missingRight }: RefusalFacts, words: Words): Partial<Problem> {
  if (missingRight === undefined) return {};
  return { missingRight: wordFor(words.terms.rights, missingRight), roles: rolesWith(missingRight, words) };
}
