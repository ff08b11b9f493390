import { expect, test } from "vitest";
import { demoUsers } from "../../local/stack/demo-directory.ts";
import { homeTenantId } from "../../local/stack/identities.ts";
import { clientOf } from "./support/client.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aTenant } from "./support/tenant.ts";

const idOf = (user: string) => demoUsers.find(({ name }) => name === user)?.id ?? "";
const somebody = "7c1e5d7a-0002-4c3a-8f00-000000000001";

test("a role that is given or taken holds from the next request on, and both are audited (P6.4)", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const [owner, outsider] = await Promise.all([clientOf(stack, "owner"), clientOf(stack, "outsider")]);
  const path = `/tenants/${tenant.id}/members/${idOf("outsider")}`;
  const body = { kind: "user", name: "Demo outsider", role: "reader" };
  expect((await outsider.get(`/tenants/${tenant.id}`)).status).toBe(404);
  const added = await owner.put(path, body);
  expect(added).toMatchObject({ status: 201, json: { principalId: idOf("outsider"), homeTenantId, role: "reader" } });
  expect((await outsider.get(`/tenants/${tenant.id}`)).status).toBe(200);

  expect((await owner.put(path, { ...body, role: "manager" })).json).toMatchObject({ code: "precondition_required" });
  const etag = { "if-match": Object(added.json).etag };
  expect((await owner.put(path, { ...body, role: "manager" }, etag)).json).toMatchObject({ role: "manager" });
  expect((await owner.put(path, body, etag)).json).toMatchObject({ code: "precondition_failed" });
  expect((await owner.delete(path, { "if-match": "*" })).status).toBe(204);
  expect((await outsider.get(`/tenants/${tenant.id}`)).status).toBe(404);
  const { json } = await owner.get(`/tenants/${tenant.id}/audit?target=${idOf("outsider")}`);
  const actions = Object(json).items.map(({ action }: { action: string }) => action);
  expect(actions.toSorted()).toEqual(["member.added", "member.changed", "member.removed"]);
});

test("the last owner who is a person or a group stays, whoever asks (P5.3)", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const owner = await clientOf(stack, "owner");
  const members = `/tenants/${tenant.id}/members`;
  const whatever = { "if-match": "*" };
  const lowered = { kind: "user", name: "Demo owner", role: "manager" };
  await owner.put(`${members}/${somebody}`, { kind: "application", name: "A program", role: "owner" });
  expect((await owner.delete(`${members}/${idOf("owner")}`, whatever)).json).toMatchObject({ code: "last_owner" });
  expect((await owner.put(`${members}/${idOf("owner")}`, lowered, whatever)).json).toMatchObject({
    code: "last_owner",
  });
  const group = "7c1e5d7a-0002-4c3a-8f00-000000000002";
  await owner.put(`${members}/${group}`, { kind: "group", name: "Engineers", role: "owner" });
  expect((await owner.put(`${members}/${idOf("owner")}`, lowered, whatever)).status).toBe(200);
});

test("nobody becomes a member or first owner from a home tenant whose people may not call (P5.3)", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const owner = await clientOf(stack, "owner");
  const path = `/tenants/${tenant.id}/members/${idOf("reader")}`;
  const body = { kind: "user", name: "Somebody", role: "owner", homeTenantId: tenant.id };
  const refusal = { status: 400, errors: [{ field: "homeTenantId" }] };
  expect((await owner.put(path, body, { "if-match": "*" })).json).toMatchObject(refusal);
  const first = { kind: "user", id: somebody, name: "Somebody", homeTenantId: tenant.id };
  const terms = { id: crypto.randomUUID(), name: "New", timeZone: "UTC", owner: first };
  const admin = await clientOf(stack, "platform-admin");
  expect((await admin.post("/tenants", terms)).json).toMatchObject({
    status: 400,
    errors: [{ field: "owner.homeTenantId" }],
  });
});

test("who may not change members sees why, and below a manager nobody sees them", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const [manager, operator] = await Promise.all([clientOf(stack, "manager"), clientOf(stack, "operator")]);
  const path = `/tenants/${tenant.id}/members`;
  expect(Object((await manager.get(path)).json).items.length).toBeGreaterThan(2);
  const body = { kind: "user", name: "X", role: "reader" };
  expect((await manager.put(`${path}/${somebody}`, body)).json).toMatchObject({ missingRight: "member.write" });
  expect((await operator.get(path)).json).toMatchObject({ missingRight: "member.read" });
  const { json } = await operator.get("/roles");
  const rights = Object(json).rights.map(({ right }: { right: string }) => right);
  expect(rights).toContain("member.write");
});
