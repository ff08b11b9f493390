import { afterEach, expect, test, vi } from "vitest";
import { clientOf } from "./support/client.ts";
import { ended, readRun } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

const types = ["settingsCatalog"];

afterEach(async () => (await sharedStack()).servers.graph.control.clearThrottles());

test("a throttled run says until when it waits and for which group, and no other tenant waits with it (P6.14)", async () => {
  const stack = await sharedStack();
  const [operator, admin] = [await clientOf(stack, "operator"), await clientOf(stack, "platform-admin")];
  const [throttled, other] = [await aTenant(stack, "Throttled"), await aTenant(stack, "Other")];
  const policy = aPolicy("Policy");
  throttled.put(policies, [policy]);
  other.put(policies, [aPolicy("Policy")]);
  const namesThrottled = async () => Object((await admin.get("/platform/facts")).json).throttledTenants;

  // What only this tenant has: runs that another test left behind read the same list.
  stack.servers.graph.control.throttle({ match: `GET /beta${policies}/${policy.id}`, times: 1, retryAfter: "12" });
  const started = await operator.post(`/tenants/${throttled.id}/snapshots`, { types });
  const id = String(Object(started.json).id);
  const group = "deviceConfigurationV2";
  await vi.waitFor(
    async () => {
      const { activity, waiting } = await readRun(operator, throttled.id, id);
      expect({ activity, waiting }).toMatchObject({ activity: "throttled", waiting: [{ reason: "throttled" }] });
      expect(waiting[0]?.message).toMatch(/^Waiting for Microsoft Graph until \d\d:\d\d:\d\d UTC, /);
      expect(waiting[0]?.group).toBe(group);
    },
    { timeout: 60_000, interval: 100 },
  );
  expect(await namesThrottled()).toContain(throttled.id);

  const before = await readRun(operator, throttled.id, id);
  expect(before.waiting).toHaveLength(1);

  const free = Object((await operator.post(`/tenants/${other.id}/snapshots`, { types })).json).id;
  expect(await ended(operator, other.id, free, 8_000)).toMatchObject({ outcome: "succeeded" });
  expect((await readRun(operator, throttled.id, id)).waiting).toHaveLength(1);

  expect(await ended(operator, throttled.id, id, 30_000)).toMatchObject({
    outcome: "succeeded",
    waiting: [],
    failures: [],
  });
  expect(await namesThrottled()).not.toContain(throttled.id);
  const { json } = await operator.get(`/tenants/${throttled.id}/operations/${id}`);
  expect(Object(json)).toMatchObject({
    activity: "none",
    groups: expect.arrayContaining([expect.objectContaining({ group, throttled: 1 })]),
  });
});
