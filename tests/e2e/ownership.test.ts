import { randomUUID } from "node:crypto";
import { decodeJwt } from "jose";
import { expect, test } from "vitest";
import { demoUsers } from "../../local/stack/demo-directory.ts";
import { clientOf, clientWith } from "./support/client.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { storedOf } from "./support/stored.ts";
import { aTenant } from "./support/tenant.ts";

const adminId = demoUsers.find(({ name }) => name === "platform-admin")?.id;
const action = "tenant.ownership_taken";
const body = { reason: "The only owner left the company." };

test("a platform admin becomes an owner of a tenant, once: audited in both, told to its owner (P6.4)", async () => {
  const stack = await sharedStack();
  const { id } = await aTenant(stack);
  const [admin, owner] = await Promise.all([clientOf(stack, "platform-admin"), clientOf(stack, "owner")]);
  const path = `/platform/tenants/${id}/take-ownership`;
  expect((await admin.get(`/tenants/${id}`)).status).toBe(404);
  const taken = await admin.post(path, body);
  expect(taken).toMatchObject({ status: 200, json: { principalId: adminId, kind: "user", role: "owner" } });
  expect((await admin.get(`/tenants/${id}`)).json).toMatchObject({ myRole: "owner" });
  expect((await admin.post(path, body)).json).toEqual(taken.json);

  const ofTenant = (await owner.get(`/tenants/${id}/audit?action=${action}`)).json;
  expect(ofTenant).toMatchObject({ items: [{ actor: { id: adminId }, target: adminId, after: body }] });
  const ofPlatform = (await admin.get(`/platform/audit?action=${action}&target=${id}`)).json;
  expect(ofPlatform).toMatchObject({ items: [{ actor: { id: adminId }, after: { principalId: adminId, ...body } }] });
  const told = Object((await owner.get("/notifications?limit=1000")).json).items.filter(
    (each: { tenantId: string }) => each.tenantId === id,
  );
  const viewUrl = expect.stringMatching(new RegExp(`/tenants/${id}/audit$`));
  expect(told).toMatchObject([{ kind: "ownership_taken", runId: null, readAt: null, viewUrl }]);
});

test("P5.2 who only reads for the platform takes none", async () => {
  const stack = await sharedStack();
  const { id } = await aTenant(stack);
  const claims = { ...decodeJwt(await stack.tokenFor("platform-admin")), roles: ["Platform.Reader"] };
  const reader = clientWith(stack, `Bearer ${await stack.servers.entra.control.signAny(claims)}`);
  const answer = await reader.post(`/platform/tenants/${id}/take-ownership`, body);
  expect(answer).toMatchObject({ status: 403, json: { missingRight: "platform" } });
});

test("nobody else takes one, and none that is archived or not there (P5.3)", async () => {
  const stack = await sharedStack();
  const { id } = await aTenant(stack, "Oakfield");
  const [admin, owner] = await Promise.all([clientOf(stack, "platform-admin"), clientOf(stack, "owner")]);
  const path = `/platform/tenants/${id}/take-ownership`;
  expect(await owner.post(path, body)).toMatchObject({ status: 403, json: { missingRight: "platform" } });
  expect((await admin.post(path, {})).status).toBe(400);
  for (const nowhere of [randomUUID(), "platform", "nonsense"]) {
    expect((await admin.post(`/platform/tenants/${nowhere}/take-ownership`, body)).status).toBe(404);
  }
  await owner.post(`/tenants/${id}/suspend`, { reason: "left" });
  await owner.post(`/tenants/${id}/archive`, { reason: "left", confirm: "Oakfield" });
  expect(await admin.post(path, body)).toMatchObject({ status: 409, json: { code: "tenant_archived" } });
  const { audit } = await storedOf(stack.ready, id);
  expect(audit.filter((each) => each.action === action)).toEqual([]);
});
