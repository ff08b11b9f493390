import type { Run } from "../api/operations.ts";
import { stateOfRun } from "../parts/run-state.ts";
import type { Spoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { codeWords } from "./code-words.ts";

/** What a run works through, one by one: objects of a tenant, or tenants. */
export type Things = "objects" | "tenants";

/** How a run stands or ended, in one sentence. */
export function outcomeOf(run: Run, things: Things, { words }: Spoken): string {
  const { outcome, gaps: gapsOf, [things]: counted } = words.run;
  const { processed, succeeded, failed, gaps } = run.counts;
  const [state, wait, failure] = [stateOfRun(run), run.waiting[0], run.failures[0]];
  switch (state) {
    case "waiting":
      return wait ? outcome.waitingFor(wordFor(words.terms.waits, wait.reason)) : outcome.waiting;
    case "running":
      return outcome.running(counted(processed));
    case "retrying":
      return outcome.retrying(run.attempt, counted(processed));
    case "succeeded":
      return outcome.succeeded(counted(succeeded));
    case "partially_succeeded":
      return failed > 0
        ? outcome.partially_succeeded(counted(succeeded), counted(failed))
        : outcome.withGaps(gapsOf(gaps));
    case "failed":
      return failure ? outcome.failed(codeWords(failure.code, words).title) : outcome.failedOnly;
    case "cancelled":
      return outcome.cancelled(counted(processed));
    default:
      return outcome[state];
  }
}
