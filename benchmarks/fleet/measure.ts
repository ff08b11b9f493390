import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { seedProduct } from "../../local/stack/seed-product.ts";
import type { Stack } from "../../local/stack.ts";
import { clientOf } from "../../tests/e2e/support/client.ts";
import { type Fleet, readFleet, startFleet } from "../../tests/e2e/support/fleet.ts";
import { aPolicy, policies } from "../../tests/e2e/support/tenant.ts";
import { descendantsOf } from "../../tools/stack/processes.ts";

export type FleetMeasurement = {
  readonly fleet: Fleet;
  readonly wallMs: number;
  /** Requests to Graph, each part of a batch counted as one; and those that were refused. */
  readonly graphRequests: number;
  readonly throttled: number;
  /** Of Cosmos DB: requests, and request units as the embedded server estimates them. */
  readonly storeRequests: number;
  readonly requestUnits: number;
  /** Sends and settlements; each receive of a message is one more. */
  readonly busOperations: number;
  /** Most resident memory of the two apps while the fleet ran, in MB. */
  readonly appsMb: number;
};

const pollMs = 1_000;
// To ask the system for it stops this process, and the embedded servers are in it.
const pollsAMemory = 10;

/** Makes tenants with a few policies each, known to Entra, Graph and the product. */
export async function makeTenants(stack: Stack, count: number, objects: number): Promise<string[]> {
  const tenants = Array.from({ length: count }, (_, position) => ({ id: randomUUID(), name: `Fleet ${position}` }));
  for (const tenant of tenants) {
    stack.servers.entra.control.addTenant(tenant);
    stack.servers.graph.control.putTenant(tenant);
    const some = Array.from({ length: objects }, (_, position) => aPolicy(`Policy ${position}`));
    stack.servers.graph.control.putObjects(tenant.id, policies, some);
  }
  await seedProduct(stack.servers.cosmos, tenants);
  return tenants.map(({ id }) => id);
}

/** Runs a fleet over some tenants from the start to the answer that says it has ended. */
export async function measureFleet(
  stack: Stack,
  tenants: readonly string[],
  onProgress: (fleet: Fleet) => void,
): Promise<FleetMeasurement> {
  const admin = await clientOf(stack, "platform-admin");
  const { cosmos, graph, serviceBus } = stack.servers;
  cosmos.control.resetCharges();
  graph.control.resetCounters();
  const busBefore = busOperationsOf(stack);
  const startedAt = performance.now();
  const id = await startFleet(admin, tenants);
  const apps = descendantsOf(process.pid);
  let [fleet, appsMb] = [await readFleet(admin, id), 0];
  for (let polls = 1; fleet.status !== "completed"; polls += 1) {
    await pause(pollMs);
    if (polls % pollsAMemory === 0) appsMb = Math.max(appsMb, residentMb(apps));
    fleet = await readFleet(admin, id);
    onProgress(fleet);
  }
  const wallMs = performance.now() - startedAt;
  const { requests, subRequests, byStatus } = graph.control.counters();
  const { total } = cosmos.control.charges();
  return {
    fleet,
    wallMs,
    graphRequests: requests + subRequests,
    throttled: byStatus["429"] ?? 0,
    storeRequests: total.requests,
    requestUnits: total.requestUnits,
    busOperations: busOperationsOf({ servers: { serviceBus } }) - busBefore,
    appsMb: Math.max(appsMb, residentMb(apps)),
  };
}

function busOperationsOf({ servers }: { readonly servers: Pick<Stack["servers"], "serviceBus"> }): number {
  return Object.values(servers.serviceBus.control.operations()).reduce((sum, count) => sum + count, 0);
}

function residentMb(pids: readonly number[]): number {
  const text = execFileSync("ps", ["-o", "rss=", "-p", pids.join(",")], { encoding: "utf8" });
  return (
    text
      .trim()
      .split(/\s+/)
      .map(Number)
      .reduce((sum, each) => sum + each, 0) / 1024
  );
}
