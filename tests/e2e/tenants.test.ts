import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { homeTenantId } from "../../local/stack/identities.ts";
import { type Client, clientOf } from "./support/client.ts";
import { takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { storedOf } from "./support/stored.ts";
import { aTenant } from "./support/tenant.ts";

const someone = "7c1e5d7a-0001-4c3a-8f00-0000000000aa";

async function people() {
  const stack = await sharedStack();
  const [admin, owner, reader] = await Promise.all(
    ["platform-admin", "owner", "reader"].map((name) => clientOf(stack, name)),
  );
  // There is one for each name.
  return { stack, ...({ admin, owner, reader } as { admin: Client; owner: Client; reader: Client }) };
}

function aNewTenant(id: string, ownerId = someone): object {
  const owner = { kind: "user", id: ownerId, name: "Olivia Owner" };
  return { id, name: "Birchwood Dental", timeZone: "Europe/Berlin", labels: ["north", "gold", "north"], owner };
}

test("a platform admin adds a tenant with its first owner, once, and it is audited (P6.4)", async () => {
  const { stack, admin } = await people();
  const id = randomUUID();
  const created = await admin.post("/tenants", aNewTenant(id));
  const view = { id, name: "Birchwood Dental", state: "pending_consent", stateReason: null, labels: ["gold", "north"] };
  expect(created).toMatchObject({ status: 201, json: { ...view, myRole: null, lastCompleteSnapshotAt: null } });
  expect(created.headers.get("location")).toBe(`/api/tenants/${id}`);
  const other = { ...aNewTenant(id, randomUUID()), name: "Somebody else's" };
  expect(await admin.post("/tenants", other)).toMatchObject({ status: 409, json: { code: "tenant_exists" } });

  const { audit, documents } = await storedOf(stack.ready, id);
  const of = (kind: string) => documents.filter((document) => Object(document).kind === kind);
  expect(of("tenant")).toMatchObject([{ name: "Birchwood Dental" }]);
  expect(of("membership")).toMatchObject([
    { principalId: someone, principalKind: "user", homeTenantId, role: "owner" },
  ]);
  expect(audit).toMatchObject([{ action: "tenant.created", after: { name: "Birchwood Dental" } }]);
});

test("nobody else adds a tenant, and what is no tenant is refused by name (P5.3)", async () => {
  const { admin, owner } = await people();
  expect((await owner.post("/tenants", aNewTenant(randomUUID()))).status).toBe(403);
  const wrong = { name: " ", timeZone: "Mars/Olympus", labels: Array.from({ length: 21 }, (_, n) => `l${n}`) };
  for (const [field, value] of Object.entries({ ...wrong, id: "platform", state: "active" })) {
    const answer = await admin.post("/tenants", { ...aNewTenant(randomUUID()), [field]: value });
    expect([field, answer.status]).toEqual([field, 400]);
  }
});

test("an owner changes name, zone and labels as they were seen, and a reader nothing (P5.3)", async () => {
  const { stack, admin, owner, reader } = await people();
  const { id } = await aTenant(stack, "Before");
  const seen = (await owner.get(`/tenants/${id}`)).headers.get("etag") ?? "";
  const change = { name: "After", labels: ["b", "a", "b"] };
  expect((await reader.patch(`/tenants/${id}`, change, { "if-match": seen })).status).toBe(403);
  const changed = await owner.patch(`/tenants/${id}`, change, { "if-match": seen });
  expect(changed).toMatchObject({
    status: 200,
    json: { name: "After", labels: ["a", "b"], timeZone: "Europe/Berlin" },
  });
  expect((await owner.get(`/tenants/${id}`)).headers.get("etag")).toBe(changed.headers.get("etag"));
  expect((await owner.patch(`/tenants/${id}`, { name: "Late" }, { "if-match": seen })).status).toBe(412);
  // Who is let in by the platform role alone sees the tenant and its state, and neither role nor snapshots.
  const byAdmin = await admin.patch(`/tenants/${id}`, { labels: ["c"] }, { "if-match": "*" });
  expect(byAdmin).toMatchObject({ status: 200, json: { labels: ["c"], myRole: null, lastCompleteSnapshotAt: null } });
  const { audit } = await storedOf(stack.ready, id);
  expect(audit.filter(({ action }) => action === "tenant.changed")).toMatchObject([
    { before: { name: "Before", labels: [] }, after: { name: "After", labels: ["a", "b"] } },
    { before: { labels: ["a", "b"] }, after: { labels: ["c"] } },
  ]);
});

test("a suspended tenant starts nothing until it is resumed, and its runs are asked to cancel", async () => {
  const { stack, owner } = await people();
  const { id } = await aTenant(stack);
  const path = `/tenants/${id}`;
  await owner.post(`${path}/graph/pause`, {});
  const run = Object(await owner.post(`${path}/inventory/sync`, {}).then(({ json }) => json));
  const suspended = await owner.post(`${path}/suspend`, { reason: "unpaid" });
  expect(suspended).toMatchObject({ status: 200, json: { state: "suspended", stateReason: "unpaid" } });
  const asked = await storedOf(stack.ready, id);
  expect(asked.audit.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["tenant.suspended", expect.stringMatching(/^operation\.(?:cancel_requested|ended)$/)]),
  );
  const refused = { status: 409, json: { code: "tenant_suspended" } };
  expect(await owner.post(`${path}/snapshots`, {})).toMatchObject(refused);
  await stack.drain();
  expect((await owner.get(`${path}/operations/${run.id}`)).json).toMatchObject({ outcome: "cancelled" });

  const resumed = await owner.post(`${path}/resume`, { reason: "paid" });
  expect(resumed).toMatchObject({ status: 200, json: { state: "attention", stateReason: "not_verified" } });
  await owner.post(`${path}/graph/resume`, {});
  expect(await takeSnapshot(stack, owner, id)).toMatchObject({ outcome: "succeeded" });
  expect((await owner.get(path)).json).toMatchObject({ state: "active", stateReason: null });
});

test("an archived tenant is read only, for good", async () => {
  const { stack, owner } = await people();
  const { id } = await aTenant(stack, "Oakfield");
  const path = `/tenants/${id}`;
  const archive = (confirm: string) => owner.post(`${path}/archive`, { reason: "left", confirm });
  expect(await archive("Oakfield")).toMatchObject({ status: 409, json: { code: "not_suspended" } });
  await owner.post(`${path}/suspend`, { reason: "left" });
  expect((await archive("oakfield")).status).toBe(400);
  expect(await archive("Oakfield")).toMatchObject({ status: 200, json: { state: "archived", stateReason: "left" } });
  const refused = { status: 409, json: { code: "tenant_archived" } };
  expect(await owner.post(`${path}/resume`, { reason: "back" })).toMatchObject(refused);
  expect(await owner.post(`${path}/snapshots`, {})).toMatchObject(refused);
  expect(await owner.patch(path, { name: "New" }, { "if-match": "*" })).toMatchObject(refused);
  expect(await owner.post(`${path}/schedules`, { cron: "0 3 * * *" })).toMatchObject(refused);
  expect((await owner.get(`${path}/operations`)).status).toBe(200);
});

test("a label narrows lists and the overview, and selects the tenants of a fleet when it starts", async () => {
  const { stack, admin, owner } = await people();
  const label = `label-${randomUUID()}`;
  const labelled = await aTenant(stack, "Labelled");
  await owner.patch(`/tenants/${labelled.id}`, { labels: [label, "other"] }, { "if-match": "*" });
  for (const [client, path] of [
    [owner, "/tenants"],
    [owner, "/overview"],
    [admin, "/platform/overview"],
  ] as const) {
    const { json } = await client.get(`${path}?label=${label}`);
    expect(json).toMatchObject({ items: [{ id: labelled.id, labels: ["other", label].toSorted() }] });
  }
  const fleet = { type: "fleet.snapshot", labels: [label] };
  const started = Object((await admin.post("/platform/operations", fleet)).json);
  const children = await admin.get(`/platform/operations/${started.id}/children`);
  await stack.drain();
  expect([started.counts?.total ?? 1, children.status]).toEqual([1, 200]);
  expect(await admin.post("/platform/operations", { ...fleet, labels: ["nobody has it"] })).toMatchObject({
    status: 400,
    json: { code: "unknown_tenants" },
  });
  expect((await admin.post("/platform/operations", { ...fleet, tenants: [labelled.id] })).status).toBe(400);
});
