import { setTimeout as pause } from "node:timers/promises";
import { makeDemoTenant } from "../../local/seeds/make-demo-tenant.ts";
import type { SeedObject } from "../../local/seeds/seed-tenant.ts";
import type { Stack } from "../../local/stack.ts";
import { aTenant } from "../../tests/e2e/support/tenant.ts";
import { makeApiClient } from "../../tools/demo/api-client.ts";

export type Measurement = {
  readonly wallMs: number;
  readonly objects: number;
  /** Requests on connections, a batch as one. */
  readonly requests: number;
  readonly batches: number;
  /** Requests inside batches. */
  readonly subRequests: number;
  /** Of all answers. */
  readonly bytes: number;
  /** Requests that Graph refused because a published limit was not kept. */
  readonly throttled: number;
};

const seed = 4711;
// Short beside the latency, long beside what a read of the run costs.
const pollMs = 40;

/** What is in each measured tenant. */
export function tenantOf(objects: number): SeedObject[] {
  return makeDemoTenant(seed, { objects });
}

/** Takes the first snapshot of a new tenant over HTTP, from the start to the answer that says it is complete. */
export async function measureSnapshot(stack: Stack, content: readonly SeedObject[]): Promise<Measurement> {
  const tenant = await aTenant(stack, "Measured tenant");
  for (const [path, members] of Map.groupBy(content, ({ collectionPath }) => collectionPath)) {
    tenant.put(
      path,
      members.map(({ object }) => object),
    );
  }
  const client = makeApiClient(stack.ready.api, tenant.id, await stack.tokenFor("operator"));
  const { control } = stack.servers.graph;
  control.setLimits("documented");
  control.resetCounters();
  const startedAt = performance.now();
  const { id } = await client.startSnapshot("measured");
  let run = await client.run(id);
  while (run.status !== "completed") {
    await pause(pollMs);
    run = await client.run(id);
  }
  const wallMs = performance.now() - startedAt;
  if (run.outcome !== "succeeded") throw new Error(`The run ended as ${run.outcome}: ${JSON.stringify(run.failures)}`);
  const { requests, subRequests, bytes, byPath, byStatus } = control.counters();
  return {
    wallMs,
    objects: run.counts.succeeded,
    requests,
    batches: byPath["POST /beta/$batch"] ?? 0,
    subRequests,
    bytes,
    throttled: byStatus["429"] ?? 0,
  };
}
