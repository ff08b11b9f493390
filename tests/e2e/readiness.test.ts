import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { makeSubscription } from "../../local/seeds/subscriptions.ts";
import { graphReadApp, graphWriteApp } from "../../local/stack/identities.ts";
import type { Stack } from "../../local/stack.ts";
import { type Client, clientOf, clientWith } from "./support/client.ts";
import { endOf } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aTenant, type TestTenant } from "./support/tenant.ts";

/** Checks a tenant as its manager, and answers the run and what it found. */
async function verify(stack: Stack, { id }: TestTenant) {
  const manager = await clientOf(stack, "manager");
  const { json, status } = await manager.post(`/tenants/${id}/verify`, {});
  expect(status).toBe(202);
  const run = await endOf(stack, manager, id, Object(json).id);
  return { run, readiness: await readinessOf(manager, id) };
}

async function readinessOf(client: Client, tenantId: string) {
  const { json } = await client.get(`/tenants/${tenantId}/readiness`);
  const [read, write] = Object(json).applications;
  return { ...Object(json), read, write };
}

test("P5.3 a check names the permission that is missing with what it serves, and warns of one in excess", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const { graph, entra } = stack.servers;
  const { id } = tenant;
  const { collectionPath, object } = makeSubscription(id);
  graph.control.putObjects(id, collectionPath, [object]);
  const whole = await verify(stack, tenant);
  expect(whole.run).toMatchObject({ outcome: "succeeded", failures: [] });
  expect(whole.readiness).toMatchObject({ state: "ready", intune: "present", unknown: [], running: null });
  expect(whole.readiness.read).toMatchObject({ consented: true, missing: [], excess: [] });
  const held = Object.fromEntries(
    whole.readiness.licences.map((each: object) => [Object(each).plan, Object(each).present]),
  );
  expect(Object.values(held)).toContain(true);
  expect(Object.values(held)).toContain(false);

  const granted = whole.readiness.read.granted.map(({ permission }: { permission: string }) => permission);
  const some = granted.filter((name: string) => name !== "Agreement.Read.All");
  await entra.control.setGranted(id, graphReadApp.clientId, [...some, "Mail.ReadWrite"]);
  const { run, readiness } = await verify(stack, tenant);
  expect(run).toMatchObject({ outcome: "succeeded" });
  expect(readiness.state).toBe("attention");
  expect(readiness.read).toMatchObject({
    missing: [{ permission: "Agreement.Read.All", serves: ["termsOfUse"] }],
    excess: [{ permission: "Mail.ReadWrite", why: "unused" }],
  });
  const headers = { authorization: `Bearer ${await stack.tokenFor("platform-admin")}` };
  const csv = await (await fetch(`${stack.ready.api}/platform/overview.csv`, { headers })).text();
  expect(csv).toMatch(/,readinessState,readinessAsOf,permissionsMissing,permissionsExcess\r\n/);
  expect(csv.split("\r\n").find((row) => row.startsWith(id))).toMatch(/,attention,[-0-9T:.]+Z,1,1$/);
});

test("P5.3 a tenant without consent is one failure, keeps what is known, and is active after the next check that works", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const { control } = stack.servers.entra;
  for (const { clientId } of [graphReadApp, graphWriteApp]) await control.setConsent(tenant.id, clientId, false);
  const { run, readiness } = await verify(stack, tenant);
  expect(run).toMatchObject({ outcome: "failed", failures: [{ code: "graph_consent_missing" }] });
  expect(readiness).toMatchObject({ state: "attention", read: { consented: false }, write: { consented: false } });
  const manager = await clientOf(stack, "manager");
  expect((await manager.get(`/tenants/${tenant.id}`)).json).toMatchObject({ state: "attention" });

  await control.setConsent(tenant.id, graphReadApp.clientId, true);
  const again = await verify(stack, tenant);
  expect(again.run).toMatchObject({ outcome: "succeeded" });
  // Without the write application everything that reads works.
  expect(again.readiness).toMatchObject({ read: { consented: true }, write: { consented: false } });
  expect((await manager.get(`/tenants/${tenant.id}`)).json).toMatchObject({ state: "active" });
});

test("a reader sees the readiness, also before the first check, and may not start one", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const reader = await clientOf(stack, "reader");
  expect(await readinessOf(reader, tenant.id)).toMatchObject({ asOf: null, state: "unknown", applications: [] });
  expect((await reader.post(`/tenants/${tenant.id}/verify`, {})).json).toMatchObject({ missingRight: "tenant.verify" });
});

test("who reads for the platform sees the readiness of a tenant without being a member, and starts no check", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const id = randomUUID();
  const claims = { ...decodeJwt(await stack.tokenFor("reader")), oid: id, sub: id, roles: ["Platform.Reader"] };
  const client = clientWith(stack, `Bearer ${await stack.servers.entra.control.signAny(claims)}`);
  expect(await readinessOf(client, tenant.id)).toMatchObject({ state: "unknown" });
  expect((await client.post(`/tenants/${tenant.id}/verify`, {})).status).toBe(404);
});
