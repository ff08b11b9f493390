import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import { runStarted, runWaits } from "../../domain/operation-run/events.ts";
import { claim, waitFor } from "../../domain/operation-run/lifecycle.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

type ClaimDeps = { readonly storesFor: StoresFor; readonly clock: Clock };

// The writer ahead may end between the refusal of our claim and our look at it.
const maxTries = 5;
const pauseMs = 100;

/**
 * Claims a queued run. `waiting`: another run writes to this tenant, and this one stays queued behind it (runs.md 4).
 * `moved_on`: somebody else moved the run.
 */
export async function claimRun(
  { storesFor, clock }: ClaimDeps,
  scope: TenantScope,
  run: OperationRun,
): Promise<"claimed" | "waiting" | "moved_on"> {
  const { runs } = storesFor(scope);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const nowMs = clock.nowMs();
    const claimed = await runs.claim(run.id, claim(run, nowMs), runStarted(run, isoTime(nowMs)));
    if (claimed === "moved_on") return claimed;
    if (claimed !== "writer_active") return "claimed";
    if (await waits(storesFor, scope, run, clock)) return "waiting";
    await clock.pause(pauseMs * tries);
  }
  return "waiting";
}

/** Looks once more after the note: an ender that looked before it did not see this waiter. */
async function waits(storesFor: StoresFor, scope: TenantScope, run: OperationRun, clock: Clock): Promise<boolean> {
  const { runs } = storesFor(scope);
  const writer = await runs.findWriter();
  if (!writer) return false;
  if (run.waitingFor !== writer.id) {
    const records = runWaits(run, isoTime(clock.nowMs()));
    if ((await runs.apply(run.id, waitFor(run, writer.id), records)) === "moved_on") return true;
  }
  return (await runs.read(writer.id))?.status === "running";
}
