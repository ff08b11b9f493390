import { randomUUID } from "node:crypto";
import { aGraph, type TestGraph } from "@tenantpilot/graph-simulator/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEventLog } from "../../../config/graph-contracts/feeds.ts";
import { makeGraphGateway } from "../../../src/adapters/graph/make-graph-gateway.ts";
import type { EventRepository } from "../../../src/domain/event/repository.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { collectDue } from "../../../src/use-cases/event/collect-due.ts";
import { openCollection } from "../../../src/use-cases/event/collect-events.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
let graph: TestGraph;
beforeAll(async () => {
  graph = await aGraph();
});
afterAll(() => graph.close());

const path = "/deviceManagement/auditEvents";
const policyId = "Policy-1";
const everyPage = { limit: 1_000, page: null };
const hourMs = 3_600_000;

let events: EventRepository;
beforeEach(async () => {
  graph.control.putTenant({ id: its.scope.tenantId, name: "Customer" });
  graph.control.setFaults([]);
  const stores = its.product.storesFor(its.scope);
  events = stores.events;
  await stores.inventory.write([anInventoryObject({ id: policyId })], new Map());
});

/** So many hours before the clock's time. */
function hoursAgo(hours: number): string {
  return new Date(its.clock.nowMs() - hours * hourMs).toISOString();
}

function anEvent(hours: number, given: object = {}) {
  return {
    id: randomUUID(),
    activityDateTime: hoursAgo(hours),
    activityType: "Patch DeviceManagementConfigurationPolicy",
    activityOperationType: "Patch",
    activityResult: "Success",
    actor: { auditActorType: "ItPro", userId: "u-1", userPrincipalName: "ada@example.com", ipAddress: "192.0.2.7" },
    resources: [{ resourceId: policyId, displayName: "Policy", type: "ConfigurationPolicy", modifiedProperties: [] }],
    ...given,
  };
}

function put(...items: object[]): void {
  graph.control.putObjects(its.scope.tenantId, path, items);
}

async function collect(from: string | null = null, wrap: Partial<EventRepository> = {}) {
  const gateway = makeGraphGateway({
    baseUrl: graph.endpoint,
    scope: "any",
    clock: its.clock,
    credentialFor: (tenantId) => ({ getToken: async () => ({ token: `tenant:${tenantId}` }) }),
    telemetry: noTelemetry,
  });
  const client = gateway.forTenant(its.scope, { correlationId: "0".repeat(32) });
  const { inventory } = its.product.storesFor(its.scope);
  const deps = { events: { ...events, ...wrap }, inventory, graph: client, log: auditEventLog, clock: its.clock };
  const step = openCollection(deps, { from });
  const ending = await step.perform(new AbortController().signal);
  return { ...ending, progress: step.progress() };
}

async function idsOf(filter: Parameters<EventRepository["list"]>[0] = {}): Promise<string[]> {
  return (await events.list(filter, everyPage)).items.map(({ id }) => id);
}

describe("collecting the events of a tenant", () => {
  it("keeps what was done to known objects, newest first, and counts the rest", async () => {
    const onPolicy = anEvent(2);
    const onAssignment = anEvent(1, { resources: [{ resourceId: "POLICY-1_group", modifiedProperties: [] }] });
    put(
      onPolicy,
      onAssignment,
      anEvent(1, { resources: [{ resourceId: "other", modifiedProperties: [] }] }),
      anEvent(1, { activityOperationType: "Get" }),
    );
    expect(await collect()).toMatchObject({
      failures: [],
      result: { events: { read: 3, kept: 2, added: 2 }, graphRequests: 1 },
      progress: { total: 3, succeeded: 3, failed: 0 },
    });
    expect(await idsOf()).toEqual([onAssignment.id, onPolicy.id]);
    expect(await idsOf({ objectId: policyId.toUpperCase(), from: hoursAgo(3), to: hoursAgo(1.5) })).toEqual([
      onPolicy.id,
    ]);
    expect(await idsOf({ objectId: "other" })).toEqual([]);
  });

  it("P6.10 P7.1 no old or new value, no address and no permission is stored", async () => {
    const secret = "canary-7f3a";
    const changed = { displayName: "password", oldValue: secret, newValue: secret };
    const actor = { userPrincipalName: "ada@example.com", ipAddress: secret, userPermissions: [secret] };
    put(anEvent(1, { actor, resources: [{ resourceId: policyId, modifiedProperties: [changed] }] }));
    await collect();
    const { tenantId } = its.scope;
    const all = its.product.cosmos.snapshots.items.query("SELECT * FROM c", { partitionKey: tenantId });
    const stored = JSON.stringify((await all.fetchAll()).resources);
    expect(stored).toContain('"password"');
    expect(stored).not.toContain(secret);
  });

  it("reads 30 days back at first, then from a day before the last reading, and `from` only ever adds", async () => {
    const [old, recent] = [anEvent(40 * 24), anEvent(29 * 24)];
    put(old, recent);
    await collect();
    expect(await idsOf()).toEqual([recent.id]);
    const now = its.clock.nowMs();
    expect((await events.head())?.collected).toEqual({
      from: new Date(now - 30 * 24 * hourMs).toISOString(),
      to: new Date(now).toISOString(),
    });
    const late = anEvent(20);
    put(late, anEvent(26));
    expect(await collect(hoursAgo(1))).toMatchObject({ result: { events: { read: 1, added: 1 } } });
    expect(await idsOf()).toEqual([late.id, recent.id]);
    expect(await collect(hoursAgo(50 * 24))).toMatchObject({ result: { events: { read: 4, added: 2 } } });
    expect((await events.head())?.collected?.from).toBe(hoursAgo(50 * 24));
    expect(await collect()).toMatchObject({ result: { events: { read: 1, kept: 1, added: 0 } } });
  });

  it("reads every page, and an interrupted reading is no reading: the next one stores the rest", async () => {
    put(...Array.from({ length: 1_200 }, (_, index) => anEvent((index + 1) / 10)));
    let pages = 0;
    const dying = async (...rest: Parameters<EventRepository["add"]>) => {
      pages += 1;
      if (pages === 2) throw new Error("The process is gone.");
      return events.add(...rest);
    };
    await expect(collect(null, { add: dying })).rejects.toThrow("gone");
    expect(await events.head()).toBeUndefined();
    const { result } = await collect();
    expect(result?.events).toMatchObject({ read: 1_200, kept: 1_200 });
    expect(result?.events?.added).toBeLessThan(1_200);
    expect(await idsOf({ from: hoursAgo(1) })).toHaveLength(10);
  });

  it("a refusal is a gap by name, moves no watermark, and is no reason to ask again the next day", async () => {
    graph.control.setFaults([{ match: "auditEvents", kind: "status", status: 403 }]);
    expect(await collect()).toMatchObject({
      failures: [{ code: "graph_forbidden", target: "auditEvents", count: 1 }],
      progress: { gaps: 1, failed: 0 },
    });
    expect(await events.head()).toEqual({ collected: null, lookedAt: hoursAgo(0) });
  });

  it("what has no time or is no event is named, and the others are kept", async () => {
    put(anEvent(1), anEvent(1, { resources: "none" }));
    expect(await collect()).toMatchObject({
      failures: [{ code: "graph_bad_response", target: "auditEvents", count: 1 }],
      result: { events: { read: 2, kept: 1 } },
      progress: { succeeded: 1, failed: 1 },
    });
  });

  it("P5.1 events of one tenant are those of no other", async () => {
    put(anEvent(1));
    await collect();
    const other = openTenantScope(tenantIdSchema.parse(randomUUID()), "aggregated");
    expect((await its.product.storesFor(other).events.list({}, everyPage)).items).toEqual([]);
  });
});

describe("collecting by itself", () => {
  it("a tenant whose objects are known is looked at once a week", async () => {
    const { tenantId } = its.scope;
    const { storesFor, queue, newId } = its.product;
    const aggregation = { tenantIds: async () => [tenantId] };
    const due = () =>
      collectDue({ storesFor, aggregation, clock: its.clock, newId, queue }, (error) => {
        throw error;
      });
    const { inventory, runs } = storesFor(its.scope);
    expect(await due()).toBe(0);
    await its.product.addTenant(tenantId);
    expect(await due()).toBe(0);
    await inventory.noteListed({ at: startOfTime, objects: new Map([["settingsCatalog", 1]]) }, ["settingsCatalog"]);
    expect(await due()).toBe(1);
    const { items } = await runs.list({}, everyPage);
    expect(items).toMatchObject([{ type: "events.collect", initiator: { kind: "system" }, input: { from: null } }]);
    await events.keepHead({ collected: null, lookedAt: hoursAgo(6 * 24) });
    expect(await due()).toBe(0);
  });
});
