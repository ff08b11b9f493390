import type { Readiness, TenantOverview } from "../api/operations.ts";
import { formatList } from "../words/format.ts";
import type { Spoken } from "../words/use-words.ts";
import { codeWords } from "./code-words.ts";
import type { ConsentLook } from "./consent-sign.tsx";

export type ConsentStep = {
  readonly id: "added" | "consent" | "check" | "state";
  readonly look: ConsentLook;
  readonly title: string;
  /** ISO 8601; null where it does not matter or has not come. */
  readonly at: string | null;
  /** What it means, a sentence each. */
  readonly lines: readonly string[];
  /** The check that the step is about. */
  readonly runId?: string | null;
};

type Standing = Pick<TenantOverview, "state" | "stateReason">;

/** What has happened and what comes, from the customer's consent to an active tenant. */
export function consentSteps(tenant: Standing, readiness: Readiness, spoken: Spoken): readonly ConsentStep[] {
  const { next } = spoken.words.consent;
  return [
    { id: "added", look: "done", title: next.added, at: null, lines: [] },
    toConsent(readiness, spoken),
    toCheck(readiness, spoken),
    toState(tenant, readiness, spoken),
  ];
}

function readingOf({ applications }: Readiness) {
  return applications.find(({ kind }) => kind === "read");
}

function toConsent(readiness: Readiness, { words }: Spoken): ConsentStep {
  const { next } = words.consent;
  const reading = readingOf(readiness);
  if (reading?.consented) return { id: "consent", look: "done", title: next.given, at: null, lines: [] };
  const why = reading?.code ? [next.notFound(codeWords(reading.code, words).title)] : [];
  return { id: "consent", look: "waiting", title: next.waiting, at: null, lines: [next.waitingHelp, ...why] };
}

function toCheck(readiness: Readiness, { words }: Spoken): ConsentStep {
  const { next } = words.consent;
  const { running, runId, asOf } = readiness;
  if (running !== null)
    return { id: "check", look: "running", title: next.checking, at: null, lines: [], runId: running };
  if (!readingOf(readiness)?.consented)
    return { id: "check", look: "later", title: next.check, at: null, lines: [next.checkHelp] };
  return { id: "check", look: "done", title: next.checked, at: asOf, lines: [], runId };
}

function toState({ state, stateReason }: Standing, readiness: Readiness, spoken: Spoken): ConsentStep {
  const { consent, tenants } = spoken.words;
  const { next } = consent;
  const step = { id: "state", at: null } as const;
  if (state === "pending_consent") return { ...step, look: "later", title: next.becomes, lines: [next.becomesHelp] };
  if (state !== "active") {
    const why = state === "attention" && stateReason ? codeWords(stateReason, spoken.words).title : stateReason;
    return { ...step, look: "lacking", title: tenants.states[state], lines: why === null ? [] : [why] };
  }
  const lines = foundOf(readiness, spoken);
  return { ...step, look: readiness.state === "ready" ? "done" : "lacking", title: next.active, lines };
}

/** What the check found of the reading application. */
function foundOf(readiness: Readiness, { language, words }: Spoken): readonly string[] {
  const { next } = words.consent;
  const namesOf = (found: readonly { readonly permission: string }[] = []): string =>
    formatList(
      language,
      found.map(({ permission }) => permission),
    );
  const [missing, excess] = [namesOf(readingOf(readiness)?.missing), namesOf(readingOf(readiness)?.excess)];
  return [
    readiness.state === "ready" ? next.ready : next.lacking,
    ...(missing === "" ? [] : [next.missing(missing)]),
    ...(excess === "" ? [] : [next.excess(excess)]),
  ];
}
