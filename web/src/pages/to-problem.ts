import { NetworkFailure } from "../api/network-failure.ts";
import { Refusal, type RefusalFacts } from "../api/refusal.ts";
import type { Problem } from "../parts/problem.ts";
import { wordFor } from "../words/word-for.ts";
import type { Words } from "../words/words.ts";
import { codeWords } from "./code-words.ts";

/** From the least: a role has the rights of those before it. */
const roles = ["reader", "operator", "manager", "owner"] as const;

const leastRoleFor: Readonly<Record<string, (typeof roles)[number]>> = {
  "inventory.sync": "operator",
  "directory.sync": "operator",
  "actor.read": "operator",
  "snapshot.take": "operator",
  "operation.cancel_own": "operator",
  "audit.read": "manager",
  "audit.verify": "owner",
  "schedule.write": "manager",
  "inventory.ignore": "manager",
  "tenant.verify": "manager",
  "operation.cancel_any": "manager",
  "member.read": "manager",
  "member.write": "owner",
  "setting.write": "owner",
  "graph.pause": "owner",
};

/** The roles that have a right, in words; the API gives rights only to who has them, so this table stands here. */
export function rolesWith(right: string, { terms }: Words): readonly string[] {
  const least = roles.indexOf(leastRoleFor[right] ?? "reader");
  return roles.slice(least).map((role) => wordFor(terms.roles, role));
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
export function inWords({ code, title, detail, help, correlationId }: RefusalFacts, words: Words) {
  const known = Object.hasOwn(words.codes, code) ? codeWords(code, words) : { title, help };
  return { ...known, detail, correlationId };
}

function missing({ missingRight }: RefusalFacts, words: Words): Partial<Problem> {
  if (missingRight === undefined) return {};
  return { missingRight: wordFor(words.terms.rights, missingRight), roles: rolesWith(missingRight, words) };
}
