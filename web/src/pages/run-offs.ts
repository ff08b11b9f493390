import type { Run } from "../api/operations.ts";
import { isActive } from "../api/run.ts";
import type { Words } from "../words/words.ts";

/** Why a run cannot be cancelled, as a sentence; undefined where it can. */
export function whyNotCancel(run: Run, { run: words }: Words): string | undefined {
  if (!isActive(run)) return words.hasEnded;
  return run.cancelRequestedAt === null ? undefined : words.cancelAsked;
}

/** Why a run, or what failed of it, cannot be repeated. */
export function whyNotRetry(run: Run, parts: "all" | "failed", { run: words }: Words): string | undefined {
  if (isActive(run)) return words.notEnded;
  return parts === "failed" && run.outcome === "succeeded" ? words.nothingFailed : undefined;
}
