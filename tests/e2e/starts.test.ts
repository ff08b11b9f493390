import { expect, test } from "vitest";
import { clientOf } from "./support/client.ts";
import { endOf } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

test("P6.9 two hundred simultaneous starts make exactly one run: one 202, the others 200 and reused", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  const client = await clientOf(stack, "operator");
  const path = `/tenants/${tenant.id}/snapshots`;
  // The run must still be active when the last of them arrives.
  stack.servers.graph.control.setLatency(60_000);

  const answers = await Promise.all(
    Array.from({ length: 200 }, () => client.post(path, { types: ["settingsCatalog"] })),
  );
  stack.servers.graph.control.setLatency(0);

  const statuses = Map.groupBy(answers, ({ status }) => status);
  expect([statuses.get(202)?.length, statuses.get(200)?.length]).toEqual([1, 199]);
  const bodies = answers.map(({ json }) => Object(json));
  expect(new Set(bodies.map(({ id }) => id)).size).toBe(1);
  expect(answers.every(({ status, json }) => Object(json).reused === (status === 200))).toBe(true);
  const run = await endOf(stack, client, tenant.id, bodies[0].id);
  expect(run.outcome).toBe("succeeded");
});

test("S9 a start answers 202 with Location and viewUrl, and the same body again with 200 while it is active", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("One")]);
  stack.servers.graph.control.setLatency(200);
  try {
    const client = await clientOf(stack, "operator");
    const path = `/tenants/${tenant.id}/inventory/sync`;
    const created = await client.post(path, { types: ["settingsCatalog"] });
    const joined = await client.post(path, { types: ["settingsCatalog"] });
    expect(created.status).toBe(202);
    expect(created.headers.get("location")).toBe(`/api/tenants/${tenant.id}/operations/${Object(created.json).id}`);
    expect(Object(created.json).viewUrl).toContain(Object(created.json).id);
    expect(joined.status).toBe(200);
    expect(joined.json).toMatchObject({
      id: Object(created.json).id,
      reused: true,
      viewUrl: Object(created.json).viewUrl,
    });
  } finally {
    stack.servers.graph.control.setLatency(0);
    await stack.drain();
  }
});

test("the set of types is the identity of a start: another set is another run, a label is not", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  stack.servers.graph.control.setLatency(200);
  try {
    const client = await clientOf(stack, "operator");
    const path = `/tenants/${tenant.id}/snapshots`;
    const first = await client.post(path, { types: ["settingsCatalog", "roleScopeTag"], label: "a" });
    const sameSet = await client.post(path, { types: ["roleScopeTag", "settingsCatalog", "roleScopeTag"], label: "b" });
    // Of another service group, so that neither run waits for the other.
    const otherSet = await client.post(path, { types: ["notificationMessageTemplate"] });
    expect(Object(sameSet.json).id).toBe(Object(first.json).id);
    expect(Object(otherSet.json).id).not.toBe(Object(first.json).id);
  } finally {
    stack.servers.graph.control.setLatency(0);
    await stack.drain();
  }
});
