import { expect, test } from "vitest";
import { graphReadApp } from "../../local/stack/identities.ts";
import { runViewSchema } from "../../src/domain/operation-run/run-view.ts";
import { clientOf } from "./support/client.ts";
import { endOf } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aTenant } from "./support/tenant.ts";

const idOf = (index: number): string => `33333333-0000-4000-8000-${String(index).padStart(12, "0")}`;

test("S7 a run reads the groups of a tenant, a search finds them by the beginning of their name, and its age is told", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const groups = Array.from({ length: 120 }, (_, index) => ({ id: idOf(index), displayName: `Team ${index}` }));
  tenant.put("/groups", [...groups, { id: idOf(500), displayName: "Finance", securityEnabled: true }]);
  const operator = await clientOf(stack, "operator");
  const path = `/tenants/${tenant.id}`;
  expect((await operator.get(`${path}/groups?text=fin`)).json).toEqual({ items: [], nextPage: null, asOf: null });

  const started = await operator.post(`${path}/directory/sync`);
  expect(started.status).toBe(202);
  const run = await endOf(stack, operator, tenant.id, runViewSchema.parse(started.json).id);
  expect(run).toMatchObject({ outcome: "succeeded", counts: { total: 121, succeeded: 121, failed: 0 } });
  expect(run.result).toMatchObject({ graphRequests: 2, objectsAdded: 121 });

  const found = await operator.get(`${path}/groups?text=FIN`);
  expect(found.json).toMatchObject({
    items: [{ id: idOf(500), name: "Finance", kind: "security", source: "directory" }],
    asOf: expect.any(String),
  });
  const named = await operator.get(`${path}/groups?ids=${idOf(3)},${idOf(999)}`);
  expect(named.json).toMatchObject({ items: [{ name: "Team 3" }], nextPage: null });

  const reader = await clientOf(stack, "reader");
  expect((await reader.get(`${path}/groups?limit=5`)).status).toBe(200);
  expect(await reader.post(`${path}/directory/sync`)).toMatchObject({
    status: 403,
    json: { missingRight: "directory.sync" },
  });
});

test("S6 a person finds groups of the home tenant in the own name, and only there", async () => {
  const stack = await sharedStack();
  const owner = await clientOf(stack, "owner");
  const found = await owner.get("/directory/groups?text=service%20d");
  expect(found).toMatchObject({ status: 200, json: { items: [{ name: "Service desk" }] } });
  expect((await owner.get("/directory/groups")).status).toBe(400);
});

test("a sync whose sign-in the tenant refuses fails and says so of the tenant, until one reads again", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const operator = await clientOf(stack, "operator");
  const path = `/tenants/${tenant.id}`;
  const sync = async () => {
    const started = await operator.post(`${path}/directory/sync`);
    return endOf(stack, operator, tenant.id, runViewSchema.parse(started.json).id);
  };
  const { control } = stack.servers.entra;
  await control.setConsent(tenant.id, graphReadApp.clientId, false);
  expect(await sync()).toMatchObject({ outcome: "failed", failures: [{ code: "graph_consent_missing" }] });
  expect((await operator.get(path)).json).toMatchObject({ state: "attention", stateReason: "graph_consent_missing" });
  await control.setConsent(tenant.id, graphReadApp.clientId, true);
  expect((await sync()).outcome).toBe("succeeded");
  expect((await operator.get(path)).json).toMatchObject({ state: "active" });
});
