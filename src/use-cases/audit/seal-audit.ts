import type { Clock } from "../../domain/clock/clock.ts";
import type { Aggregation, WaitingTenant } from "../../domain/store/aggregation.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { Telemetry } from "../../domain/telemetry/telemetry.ts";
import { openTenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { mapAtOnce } from "../../domain/work/map-at-once.ts";
import { sealEntries } from "./seal-entries.ts";

export type SealAuditDeps = {
  readonly aggregation: Pick<Aggregation, "waitingForDigest" | "withoutDigest">;
  readonly storesFor: StoresFor;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
};

const tenantsAtOnce = 8;

/**
 * One round of the timer: seals what waits in any tenant, and reports since when the oldest entry waits that could not be
 * sealed. A tenant that fails keeps no other from being sealed. Answers how many digests were sealed.
 */
export async function sealAudit(deps: SealAuditDeps, onError: (error: unknown) => void): Promise<number> {
  const waiting = await deps.aggregation.waitingForDigest();
  const sealed = await mapAtOnce(waiting, tenantsAtOnce, ({ tenantId }) =>
    sealEntries(deps.storesFor(openTenantScope(tenantId, "aggregated"))).catch((error: unknown) => {
      onError(error);
      return "failed" as const;
    }),
  );
  await report(
    deps,
    waiting.filter((_tenant, position) => sealed[position] === "failed"),
  ).catch(onError);
  return sealed.reduce((sum: number, each) => sum + (each === "failed" ? 0 : each), 0);
}

async function report({ clock, telemetry }: SealAuditDeps, unsealed: readonly WaitingTenant[]): Promise<void> {
  if (!telemetry.isOn) return;
  const nowMs = clock.nowMs();
  const ages = unsealed.map(({ oldestAt }) => Math.floor((nowMs - Date.parse(oldestAt)) / 1_000));
  telemetry.measure({ "audit.oldest_unsealed_seconds": Math.max(0, ...ages) });
  await telemetry.flush();
}

// Each of them is a write; a day takes as many times as many as these.
const entriesAtOnce = 5_000;
const mostTimes = 40;

/**
 * Once a day: entries that an older version wrote, which say nothing of a digest, wait for one from now on. What is not
 * reached today is found tomorrow. Answers how many there were.
 */
export async function awaitDigests({ aggregation, storesFor }: SealAuditDeps): Promise<number> {
  let found = 0;
  for (let times = 0; times < mostTimes; times += 1) {
    const entries = await aggregation.withoutDigest(entriesAtOnce);
    found += entries.length;
    for (const [tenantId, members] of Map.groupBy(entries, (entry) => entry.tenantId)) {
      const { audit } = storesFor(openTenantScope(tenantId, "aggregated"));
      await audit.awaitDigest(members.map(({ id }) => id));
    }
    if (entries.length < entriesAtOnce) break;
  }
  return found;
}
