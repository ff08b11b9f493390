import { expect, test, vi } from "vitest";
import type { Stack } from "../../local/stack.ts";
import { type Client, clientOf } from "./support/client.ts";
import { ended, inTheMiddle, readRun } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { storedOf } from "./support/stored.ts";
import { aPolicy, aTenant, policies, scopeTags, slowPolicies } from "./support/tenant.ts";

/** Its scope tags are read; its policies are being asked for. */
async function aRunInTheMiddle(stack: Stack, client: Client) {
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  tenant.put(scopeTags, [{ displayName: "One" }]);
  stack.servers.graph.control.setFaults(slowPolicies);
  const types = ["roleScopeTag", "settingsCatalog"];
  const started = await client.post(`/tenants/${tenant.id}/snapshots`, { types });
  await inTheMiddle(client, tenant.id, Object(started.json).id);
  return { tenant, id: String(Object(started.json).id) };
}

test("a paused tenant gets no request: its run waits and says so, and goes on when resumed; both are audited", async () => {
  const stack = await sharedStack();
  const [operator, owner] = [await clientOf(stack, "operator"), await clientOf(stack, "owner")];
  const { tenant, id } = await aRunInTheMiddle(stack, operator);
  const path = `/tenants/${tenant.id}/graph`;
  try {
    expect(await operator.post(`${path}/pause`)).toMatchObject({ status: 403, json: { missingRight: "graph.pause" } });
    expect(await owner.post(`${path}/pause`)).toMatchObject({ status: 200, json: { paused: true } });
    expect(await owner.post(`${path}/pause`)).toMatchObject({ status: 200 });
    const paused = { activity: "waiting", waiting: [{ group: "deviceConfigurationV2", reason: "paused" }] };
    const read = () => readRun(operator, tenant.id, id);
    await vi.waitFor(async () => expect(await read()).toMatchObject(paused), { timeout: 60_000, interval: 100 });
    expect(Object((await operator.get(`/tenants/${tenant.id}`)).json).paused).toBe(true);
  } finally {
    stack.servers.graph.control.setFaults([]);
    await owner.post(`${path}/resume`);
  }
  expect(await ended(operator, tenant.id, id, 40_000)).toMatchObject({ outcome: "succeeded", attempt: 1 });
  const { audit } = await storedOf(stack.ready, tenant.id);
  const actions = audit.map(({ action }) => String(action)).filter((action) => action.startsWith("graph."));
  expect(actions.sort()).toEqual(["graph.paused", "graph.resumed"]);
});

test("a platform pause stops every tenant, and only callers with the platform role may set it", async () => {
  const stack = await sharedStack();
  const [operator, owner, admin] = await Promise.all([
    clientOf(stack, "operator"),
    clientOf(stack, "owner"),
    clientOf(stack, "platform-admin"),
  ]);
  expect(await owner.post("/platform/graph/pause")).toMatchObject({ status: 403, json: { missingRight: "platform" } });
  expect(await admin.post("/platform/graph/pause")).toMatchObject({ status: 200, json: { paused: true } });
  expect((await admin.get("/platform/facts")).json).toMatchObject({ paused: true });
  const tenant = await aTenant(stack);
  try {
    const started = await operator.post(`/tenants/${tenant.id}/snapshots`, { types: ["settingsCatalog"] });
    const { id } = Object(started.json);
    const read = async () => Object((await operator.get(`/tenants/${tenant.id}/operations/${id}`)).json);
    const paused = { waiting: [{ reason: "paused" }], counts: { processed: 0 } };
    await vi.waitFor(async () => expect(await read()).toMatchObject(paused), { timeout: 60_000, interval: 100 });
    expect((await operator.post(`/tenants/${tenant.id}/operations/${id}/cancel`)).status).toBe(202);
  } finally {
    expect(await admin.post("/platform/graph/resume")).toMatchObject({ status: 200, json: { paused: false } });
  }
});
