import { expect, test } from "vitest";
import { runViewSchema } from "../../src/domain/operation-run/run-view.ts";
import { clientOf } from "./support/client.ts";
import { endOf } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aTenant } from "./support/tenant.ts";

const policies = "/deviceManagement/configurationPolicies";

test("a run reads from Intune's audit who changed a policy, and whoever may know it is told", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const id = "77777777-0000-4000-8000-000000000001";
  tenant.put(policies, [{ id, name: "Policy", description: "before", platforms: "windows10", technologies: "mdm" }]);
  const operator = await clientOf(stack, "operator");
  const path = `/tenants/${tenant.id}`;
  const done = async (start: string, body?: object) => {
    const started = await operator.post(`${path}${start}`, body);
    expect(started.status).toBe(202);
    return endOf(stack, operator, tenant.id, runViewSchema.parse(started.json).id);
  };
  expect((await operator.get(`${path}/events`)).json).toEqual({ items: [], nextPage: null, collected: null });
  await done("/inventory/sync", { types: ["settingsCatalog"] });
  const ada = { auditActorType: "ItPro", userId: "u-1", userPrincipalName: "ada@example.com" };
  stack.servers.graph.control.patchObject(tenant.id, policies, id, { description: "after" }, ada);

  expect(await done("/events/collect")).toMatchObject({
    outcome: "succeeded",
    result: { events: { read: 1, kept: 1, added: 1 } },
  });
  const found = await operator.get(`${path}/events?objectId=${id.toUpperCase()}`);
  expect(found.json).toMatchObject({
    items: [
      {
        operation: "Patch",
        actor: { kind: "person", name: "ada@example.com" },
        resources: [{ id, name: "Policy" }],
        properties: expect.arrayContaining(["description"]),
      },
    ],
    collected: { from: expect.any(String), to: expect.any(String) },
  });
  expect(JSON.stringify(found.json)).not.toMatch(/before|after|192\.0\.2/);

  const reader = await clientOf(stack, "reader");
  expect(await reader.get(`${path}/events`)).toMatchObject({ status: 403, json: { missingRight: "actor.read" } });
});
