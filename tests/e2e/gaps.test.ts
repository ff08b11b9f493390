import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { graphReadApp } from "../../local/stack/identities.ts";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import { type Client, clientOf } from "./support/client.ts";
import { endOf, entriesOf, snapshotOf, syncInventory, takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { auditOf } from "./support/stored.ts";
import { aFilter, aPolicy, aTenant, filters, policies, type TestTenant } from "./support/tenant.ts";

const forEver = 1_000_000;
const bothTypes = ["settingsCatalog", "assignmentFilter"];

afterEach(async () => {
  const { control } = (await sharedStack()).servers.graph;
  control.setFaults([]);
  control.clearThrottles();
});

async function aKnownTenant() {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const client = await clientOf(stack, "operator");
  return { stack, tenant, client, graph: stack.servers.graph.control };
}

async function inventoryStates(client: Client, tenant: TestTenant): Promise<unknown> {
  const { json } = await client.get(`/tenants/${tenant.id}/inventory`);
  return Object.fromEntries(Object(json).items.map(({ name, state }: Record<string, string>) => [name, state]));
}

test.for([
  { status: 403, code: "graph_forbidden" },
  { status: 500, code: "graph_unavailable" },
])(
  "pitfall 1 a list that answers $status for ever is a gap ($code), and nothing goes missing",
  async ({ status, code }) => {
    const { stack, tenant, client, graph } = await aKnownTenant();
    tenant.put(policies, [aPolicy("Policy")]);
    tenant.put(filters, [aFilter("Filter")]);
    await syncInventory(stack, client, tenant.id, bothTypes);

    graph.setFaults([{ match: `GET /beta${filters}`, kind: "status", status, times: forEver }]);
    const run = await takeSnapshot(stack, client, tenant.id, bothTypes);

    expect(run).toMatchObject({
      outcome: "partially_succeeded",
      counts: { total: 1, succeeded: 1, failed: 0, skipped: 0, gaps: 1 },
      failures: [{ code, target: "assignmentFilter", count: 1 }],
    });
    expect(await snapshotOf(client, run)).toMatchObject({
      state: "complete_with_gaps",
      gaps: [{ type: "assignmentFilter", code }],
    });
    expect((await entriesOf(client, run)).map(({ name }) => name)).toEqual(["Policy"]);
    expect(await inventoryStates(client, tenant)).toEqual({ Policy: "present", Filter: "present" });
  },
);

test("a run of which nothing could be read has failed, and there is no snapshot of it", async () => {
  const { stack, tenant, client, graph } = await aKnownTenant();
  tenant.put(filters, [aFilter("Filter")]);
  graph.setFaults([{ match: `GET /beta${filters}`, kind: "status", status: 403, times: forEver }]);
  const run = await takeSnapshot(stack, client, tenant.id, ["assignmentFilter"]);
  expect(run).toMatchObject({ outcome: "failed", failures: [{ code: "graph_forbidden" }] });
  expect((await client.get(`/tenants/${tenant.id}/snapshots`)).json).toEqual({ items: [], nextPage: null });
});

test("pitfall 1 a list that breaks on its second page keeps what was read and makes nothing missing", async () => {
  const { stack, tenant, client, graph } = await aKnownTenant();
  const names = Array.from({ length: 40 }, (_, position) => `Policy ${position}`);
  tenant.put(
    policies,
    names.map((name) => aPolicy(name, 1)),
  );
  await syncInventory(stack, client, tenant.id, ["settingsCatalog"]);

  graph.setFaults([{ match: `${policies}\\?.*skiptoken`, kind: "status", status: 403, times: forEver }]);
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);

  expect(run).toMatchObject({ outcome: "partially_succeeded", counts: { succeeded: 25, failed: 0, gaps: 1 } });
  expect(await inventoryStates(client, tenant)).toEqual(Object.fromEntries(names.map((name) => [name, "present"])));
});

test.for([
  ["foreign_next_link", "graph_foreign_link"],
  ["cyclic_next_link", "graph_page_loop"],
] as const)("pitfall 13 a %s is not followed: %s", async ([kind, code]) => {
  const { stack, tenant, client, graph } = await aKnownTenant();
  const many = Array.from({ length: 30 }, (_, position) => aPolicy(`Policy ${position}`, 1));
  tenant.put(policies, many);
  graph.setFaults([{ match: `${policies}(\\?|$)`, kind, times: forEver }]);
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  expect(run).toMatchObject({
    outcome: "partially_succeeded",
    counts: { succeeded: 25, gaps: 1 },
    failures: [{ code }],
  });
});

test("an id of 400 letters and a name of 3 MB cost their objects alone, by name", async () => {
  const { stack, tenant, client } = await aKnownTenant();
  const longId = { ...aFilter("Long id"), id: "x".repeat(400) };
  tenant.put(filters, [aFilter("First"), longId, aFilter("N".repeat(3_000_000)), aFilter("Last")]);
  const run = await takeSnapshot(stack, client, tenant.id, ["assignmentFilter"]);
  expect(run).toMatchObject({ outcome: "partially_succeeded", counts: { total: 4, succeeded: 2, failed: 2, gaps: 1 } });
  expect(run.failures.map(({ code }) => code)).toEqual(["graph_bad_response", "graph_bad_response"]);
  expect((await entriesOf(client, run)).map(({ name }) => name).sort()).toEqual(["First", "Last"]);
});

test("a group that was deleted and is still assigned is named in the run, which has not failed", async () => {
  const { stack, tenant, client } = await aKnownTenant();
  const groupId = randomUUID();
  const target = { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId };
  tenant.put(policies, [aPolicy("Policy", 1, { isAssigned: true, assignments: [{ id: "1", target }] })]);
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog", "group"]);
  expect(run).toMatchObject({
    outcome: "succeeded",
    counts: { gaps: 0 },
    failures: [{ code: "reference_deleted", target: `group/${groupId}` }],
  });
});

test("a type that the tenant has no licence for is skipped, and the run says so", async () => {
  const { stack, tenant, client, graph } = await aKnownTenant();
  tenant.put(policies, [aPolicy("Policy")]);
  graph.setLicence(tenant.id, "/identity/conditionalAccess/policies", false);
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog", "conditionalAccessPolicy"]);
  expect(run).toMatchObject({
    outcome: "succeeded",
    counts: { total: 1, succeeded: 1, skipped: 1, gaps: 0 },
    failures: [{ code: "not_licensed", target: "conditionalAccessPolicy" }],
  });
  expect(Object(run.failures[0]).message).toContain("Microsoft Entra ID P1");
  expect(await snapshotOf(client, run)).toMatchObject({ state: "complete", gaps: [] });
});

test("pitfall 6 one object that cannot be read is named, and does not lose the others", async () => {
  const { stack, tenant, client, graph } = await aKnownTenant();
  const bad = aPolicy("Bad");
  tenant.put(policies, [aPolicy("First"), bad, aPolicy("Last")]);
  await syncInventory(stack, client, tenant.id, ["settingsCatalog"]);

  graph.setFaults([{ match: `${policies}/${bad.id}/settings`, kind: "status", status: 403, times: forEver }]);
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);

  expect(run).toMatchObject({
    outcome: "partially_succeeded",
    counts: { total: 3, processed: 3, succeeded: 2, failed: 1, gaps: 1 },
    failures: [{ code: "graph_forbidden", target: `settingsCatalog/${bad.id}`, count: 1 }],
  });
  expect((await entriesOf(client, run)).map(({ name }) => name).sort()).toEqual(["First", "Last"]);
  expect(await inventoryStates(client, tenant)).toMatchObject({ Bad: "present" });
});

test("pitfall 2 a part of a batch that fails is a failure of its object, never a policy without settings", async () => {
  const { stack, tenant, client, graph } = await aKnownTenant();
  const many = Array.from({ length: 40 }, (_, position) => aPolicy(`Policy ${position}`, 2));
  tenant.put(policies, many);
  graph.setFaults([{ match: `${policies}/[^/]+/settings`, kind: "status", status: 400, times: 5 }]);
  graph.resetCounters();
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  expect(graph.counters().subRequests).toBeGreaterThan(0);
  expect(run).toMatchObject({ outcome: "partially_succeeded", counts: { succeeded: 35, failed: 5 } });
  expect(Object.keys(run.failures[0] ?? {})).toEqual(["code", "message", "target", "count"]);
  const { json } = await client.get(`/tenants/${tenant.id}/operations/${run.id}`);
  const [{ code, failures, count }] = Object(json).failuresByCode;
  expect({ code, count }).toEqual({ code: "graph_refused", count: 5 });
  const ids = failures.flatMap(({ requestIds }: { requestIds?: string[] }) => requestIds);
  expect(new Set(ids).size).toBe(5);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await entriesOf(client, run)).toHaveLength(35);
});

const scripts = "/deviceManagement/deviceManagementScripts";
const aScript = (displayName: string): JsonObject & { readonly id: string } => ({
  id: randomUUID(),
  displayName,
  scriptContent: "ZWNobyAx",
});

test("an object that answers 404 once is read all the same", async () => {
  const { stack, tenant, client, graph } = await aKnownTenant();
  tenant.put(scripts, ["One", "Two", "Three"].map(aScript));
  graph.setFaults([{ match: `^GET /beta${scripts}/[^/?]+$`, kind: "status", status: 404, times: 1 }]);
  const run = await takeSnapshot(stack, client, tenant.id, ["deviceManagementScript"]);
  expect(run).toMatchObject({ outcome: "succeeded", counts: { total: 3, succeeded: 3 }, failures: [] });
  expect(run.result).not.toHaveProperty("deletedMeanwhile");
});

test("an object that its list shows and that answers 404 for ever is a gap by name, and not missing", async () => {
  const { stack, tenant, client, graph } = await aKnownTenant();
  const lost = aScript("Lost script");
  tenant.put(scripts, [aScript("Found"), lost]);
  await syncInventory(stack, client, tenant.id, ["deviceManagementScript"]);
  graph.setFaults([{ match: `^GET /beta${scripts}/${lost.id}$`, kind: "status", status: 404, times: forEver }]);
  const run = await takeSnapshot(stack, client, tenant.id, ["deviceManagementScript"]);
  expect(run).toMatchObject({
    outcome: "partially_succeeded",
    counts: { total: 2, succeeded: 1, failed: 1, gaps: 1 },
    failures: [{ code: "graph_not_found", target: `deviceManagementScript/${lost.id}` }],
  });
  expect(await snapshotOf(client, run)).toMatchObject({
    state: "complete_with_gaps",
    gaps: [{ code: "graph_not_found", message: expect.stringContaining("Lost script") }],
  });
  expect(await inventoryStates(client, tenant)).toMatchObject({ "Lost script": "present" });
});

test("an object that is deleted between its list and its reading is said to be, and is no failure", async () => {
  const { stack, tenant, client, graph } = await aKnownTenant();
  const short = aScript("Short-lived");
  tenant.put(scripts, [aScript("Lasting"), short]);
  await syncInventory(stack, client, tenant.id, ["deviceManagementScript"]);
  const slow = { match: `${scripts}/${short.id}$`, distribution: { kind: "constant", ms: 1_000 } } as const;
  graph.setFaults({ latency: [slow] });
  graph.resetCounters();
  const path = `/tenants/${tenant.id}/snapshots`;
  const { json } = await client.post(path, { types: ["deviceManagementScript"] });
  const isListed = () => expect(graph.counters().byPath).toHaveProperty([`GET /beta${scripts}`]);
  await vi.waitFor(isListed, { timeout: 120_000, interval: 30 });
  graph.deleteObject(tenant.id, scripts, short.id);
  const run = await endOf(stack, client, tenant.id, Object(json).id);
  expect(run).toMatchObject({
    outcome: "succeeded",
    counts: { total: 1, succeeded: 1, failed: 0, gaps: 0 },
    failures: [],
    result: {
      deletedMeanwhile: [{ type: "deviceManagementScript", id: short.id, name: "Short-lived" }],
      deletedMeanwhileCount: 1,
    },
  });
  expect(await inventoryStates(client, tenant)).toMatchObject({ "Short-lived": "missing", Lasting: "present" });
});

test.for([
  { retryAfter: "0.2", said: "as late as a fractional Retry-After asks" },
  { retryAfter: null, said: "after a pause when there is no Retry-After" },
])("pitfall 4 throttled parts of a batch are read again, $said", async ({ retryAfter }) => {
  const { stack, tenant, client, graph } = await aKnownTenant();
  const many = Array.from({ length: 40 }, (_, position) => aPolicy(`Policy ${position}`, 2));
  tenant.put(policies, many);
  graph.throttle({ match: `${policies}/[^/]+/settings`, times: 10, retryAfter });
  graph.resetCounters();
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  const { subRequests, byStatus } = graph.counters();
  expect(subRequests).toBeGreaterThan(0);
  expect(byStatus["429"]).toBe(10);
  expect(run).toMatchObject({ outcome: "succeeded", counts: { succeeded: 40 }, failures: [] });
});

test.for(["truncated_body", "drop_before", "drop_after"] as const)(
  "answers spoiled by %s are read again",
  async (kind) => {
    const { stack, tenant, client, graph } = await aKnownTenant();
    tenant.put(policies, [aPolicy("Policy")]);
    graph.setFaults([{ match: `GET /beta${policies}`, kind, times: 2 }]);
    const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
    expect(run).toMatchObject({ outcome: "succeeded", counts: { succeeded: 1 }, failures: [] });
  },
);

type EntraControl = Awaited<ReturnType<typeof sharedStack>>["servers"]["entra"]["control"];

const lostSignIns: readonly {
  readonly what: string;
  readonly code: string;
  readonly lose: (control: EntraControl, tenantId: string, isLost: boolean) => Promise<void>;
}[] = [
  {
    what: "withdrawn consent",
    code: "graph_consent_missing",
    lose: (control, tenantId, isLost) => control.setConsent(tenantId, graphReadApp.clientId, !isLost),
  },
  {
    what: "a disabled application",
    code: "graph_app_disabled",
    lose: (control, _tenantId, isLost) => control.setDisabled(graphReadApp.clientId, isLost),
  },
  {
    what: "an expired credential",
    code: "graph_unauthenticated",
    lose: (control, _tenantId, isLost) => control.setExpired(graphReadApp.clientId, isLost),
  },
];

test.for(lostSignIns)(
  "$what ends the run at once with one reason and marks the tenant; the next success clears the mark",
  async ({ code, lose }) => {
    const { stack, tenant, client, graph } = await aKnownTenant();
    tenant.put(policies, [aPolicy("Policy")]);
    const { control } = stack.servers.entra;
    const stateOf = async () => (await client.get(`/tenants/${tenant.id}`)).json;
    graph.resetCounters();
    await lose(control, tenant.id, true);
    try {
      const refused = await takeSnapshot(stack, client, tenant.id);
      expect(refused).toMatchObject({ outcome: "failed", attempt: 1, failures: [{ code }] });
      expect(refused.failures).toHaveLength(1);
      expect(graph.counters().requests).toBe(0);
      expect(await auditOf(stack.ready, refused)).toEqual(["operation.created", "operation.ended"]);
      expect(await stateOf()).toMatchObject({ state: "attention", stateReason: code });
    } finally {
      await lose(control, tenant.id, false);
    }
    expect(await takeSnapshot(stack, client, tenant.id)).toMatchObject({ outcome: "succeeded" });
    expect(await stateOf()).toMatchObject({ state: "active", stateReason: null });
  },
);
