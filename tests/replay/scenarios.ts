import { setTimeout as pause } from "node:timers/promises";
import { graphReadApp } from "../../local/stack/identities.ts";
import type { Stack } from "../../local/stack.ts";
import { type Client, clientOf } from "../e2e/support/client.ts";
import { fleetEnded, startFleet } from "../e2e/support/fleet.ts";
import { type Run, readRun, takeSnapshot } from "../e2e/support/run.ts";
import { aPolicy, aTenant, policies, type TestTenant } from "../e2e/support/tenant.ts";

type Scene = { readonly stack: Stack; readonly client: Client; readonly tenant: TestTenant };

const types = ["settingsCatalog"];
// Slow enough that a run of many objects is in its middle for some time.
const slowMs = 300;

/** Which scenario made a run of the platform. */
export const platformRuns = new Map<string, string>();

/** What the product is made to live through while its workflows are recorded; each ends with nothing left to do. */
export const scenarios: Readonly<Record<string, (scene: Scene) => Promise<void>>> = {
  whole: async ({ stack, client, tenant }) => {
    await takeSnapshot(stack, client, tenant.id);
  },

  /** The second run finds the service group taken and waits for it with a timer. */
  busy: async ({ stack, client, tenant }) => {
    stack.servers.graph.control.setLatency(3 * slowMs);
    const paths = ["snapshots", "inventory/sync"];
    const started = await Promise.all(paths.map((path) => client.post(`/tenants/${tenant.id}/${path}`, { types })));
    for (const { json } of started) await untilEnded(client, tenant, json);
  },

  /** A group waits for longer than one generation of its workflow lives, so that the next one reads it. */
  waited: async ({ stack, client, tenant }) => {
    const owner = await clientOf(stack, "owner");
    stack.servers.graph.control.setLatency(slowMs);
    const json = await begin(client, tenant);
    await owner.post(`/tenants/${tenant.id}/graph/pause`);
    await pause(130_000);
    stack.servers.graph.control.setLatency(0);
    await owner.post(`/tenants/${tenant.id}/graph/resume`);
    await untilEnded(client, tenant, json);
  },

  cancelled: async ({ stack, client, tenant }) => {
    stack.servers.graph.control.setLatency(slowMs);
    const json = await begin(client, tenant);
    await client.post(`/tenants/${tenant.id}/operations/${Object(json).id}/cancel`);
    await untilEnded(client, tenant, json);
  },

  stopped: async ({ stack, client, tenant }) => {
    await stack.servers.entra.control.setConsent(tenant.id, graphReadApp.clientId, false);
    await takeSnapshot(stack, client, tenant.id, types);
  },

  /** A write is refused by the database once: the engine tries that step again. */
  again: async ({ stack, client, tenant }) => {
    const { json } = await client.post(`/tenants/${tenant.id}/snapshots`, { types });
    stack.servers.cosmos.control.injectStatus({ status: 503, times: 1, operation: "batch" });
    await untilEnded(client, tenant, json);
  },

  /** Work of one step waits, because requests to Graph are paused, and is done when they go on. */
  oneStep: async ({ stack, client, tenant }) => {
    const owner = await clientOf(stack, "owner");
    await owner.post(`/tenants/${tenant.id}/graph/pause`);
    const { json } = await client.post(`/tenants/${tenant.id}/directory/sync`);
    await pause(5_000);
    await owner.post(`/tenants/${tenant.id}/graph/resume`);
    await untilEnded(client, tenant, json);
  },

  fleet: async ({ stack, tenant }) => {
    const admin = await clientOf(stack, "platform-admin");
    await fleetEnded(admin, await beginFleet(admin, tenant, "fleet"));
  },

  fleetCancelled: async ({ stack, tenant }) => {
    stack.servers.graph.control.setLatency(slowMs);
    const admin = await clientOf(stack, "platform-admin");
    const id = await beginFleet(admin, tenant, "fleetCancelled");
    await admin.post(`/platform/operations/${id}/cancel`);
    await fleetEnded(admin, id);
  },

  /** Waits for longer than one generation of the workflow lives, so that the next one ends the run. */
  fleetRenewed: async ({ stack, tenant }) => {
    const admin = await clientOf(stack, "platform-admin");
    await admin.post("/platform/graph/pause");
    const id = await beginFleet(admin, tenant, "fleetRenewed");
    await pause(110_000);
    await admin.post("/platform/graph/resume");
    await fleetEnded(admin, id);
  },

  /** The database refuses a round's heartbeat until the engine gives up: the workflow waits and goes on. */
  fleetBroken: async ({ stack, tenant }) => {
    const admin = await clientOf(stack, "platform-admin");
    await admin.post("/platform/graph/pause");
    const id = await beginFleet(admin, tenant, "fleetBroken");
    await pause(3_000);
    stack.servers.cosmos.control.injectStatus({ status: 503, times: 3, operation: "patch" });
    await pause(30_000);
    await admin.post("/platform/graph/resume");
    await fleetEnded(admin, id);
  },

  /** No lease can be written: the step fails for good, and the workflow closes the run. The last one: the trouble stays. */
  broken: async ({ stack, client, tenant }) => {
    stack.servers.graph.control.setLatency(0);
    const { json } = await client.post(`/tenants/${tenant.id}/inventory/sync`, { types });
    stack.servers.cosmos.control.injectStatus({ status: 503, times: 1_000, operation: "create" });
    await untilEnded(client, tenant, json);
  },
};

async function beginFleet(admin: Client, tenant: TestTenant, scenario: string): Promise<string> {
  const id = await startFleet(admin, [tenant.id]);
  platformRuns.set(id, scenario);
  return id;
}

/** Lives a scenario in a tenant of its own. */
export async function liveScenario(stack: Stack, live: (scene: Scene) => Promise<void>): Promise<TestTenant> {
  const tenant = await aTenant(stack);
  tenant.put(
    policies,
    Array.from({ length: 40 }, (_, index) => aPolicy(`Policy ${index}`)),
  );
  await live({ stack, client: await clientOf(stack, "operator"), tenant });
  await stack.drain();
  stack.servers.graph.control.setLatency(0);
  return tenant;
}

async function begin(client: Client, tenant: TestTenant): Promise<unknown> {
  const { json } = await client.post(`/tenants/${tenant.id}/snapshots`, { types });
  await until(client, tenant, json, ({ counts }) => counts.processed > 0);
  return json;
}

/** Draining sees no work while a workflow waits for a lease. */
function untilEnded(client: Client, tenant: TestTenant, started: unknown): Promise<void> {
  return until(client, tenant, started, ({ status }) => status === "completed");
}

async function until(client: Client, tenant: TestTenant, started: unknown, is: (run: Run) => boolean): Promise<void> {
  while (!is(await readRun(client, tenant.id, Object(started).id))) await pause(100);
}
