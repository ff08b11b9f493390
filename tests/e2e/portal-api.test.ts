import { beforeAll, expect, test } from "vitest";
import { demoUsers } from "../../local/stack/demo-directory.ts";
import type { Stack } from "../../local/stack.ts";
import { membershipDocumentId } from "../../src/adapters/cosmos/memberships.ts";
import { type Client, clientOf, clientWith } from "./support/client.ts";
import { type Run, takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { alterStored } from "./support/stored.ts";
import { aPolicy, aTenant, policies, type TestTenant } from "./support/tenant.ts";

let stack: Stack;
let tenant: TestTenant;
let other: TestTenant;
let run: Run;
let operator: Client;

beforeAll(async () => {
  stack = await sharedStack();
  [tenant, other] = await Promise.all([aTenant(stack, "Portal tenant"), aTenant(stack, "Portal neighbour")]);
  tenant.put(policies, [aPolicy("First"), aPolicy("Second")]);
  operator = await clientOf(stack, "operator");
  run = await takeSnapshot(stack, operator, tenant.id, ["settingsCatalog"]);
});

/** Reads of a tenant that pages of the portal need, with the right that each takes. */
const ofTenant: readonly (readonly [path: string, right: string])[] = [
  ["operation-counts", "operation.read"],
  ["operations/RUN/parts", "operation.read"],
  ["summary", "tenant.read"],
  ["inventory", "inventory.read"],
  ["inventory.csv", "inventory.read"],
  ["snapshots", "snapshot.read"],
  ["snapshots/snapshot-RUN/entries", "snapshot.read"],
];

const pathOf = (path: string): string => `/tenants/${tenant.id}/${path.replace("RUN", run.id)}`;

test.each(ofTenant)(
  "P5.1 %s is for members: nobody without a token, and to an outsider it does not exist",
  async (path) => {
    expect((await clientWith(stack, undefined).get(pathOf(path))).status).toBe(401);
    for (const user of ["outsider", "platform-admin"]) {
      const answer = await (await clientOf(stack, user)).get(`${pathOf(path)}?nonsense=1`);
      expect([user, answer.status, Object(answer.json).code]).toEqual([user, 404, "not_found"]);
    }
    expect((await (await clientOf(stack, "reader")).get(pathOf(path))).status).toBe(200);
  },
);

test("P5.3 a member whose role gives no rights is told which right is missing", async () => {
  const apart = await aTenant(stack);
  const reader = demoUsers.find(({ name }) => name === "reader");
  await alterStored(stack.ready, apart.id, membershipDocumentId(reader?.id ?? ""), { role: "of-a-newer-version" });
  const client = await clientOf(stack, "reader");
  for (const [path, right] of ofTenant) {
    const answer = await client.get(`/tenants/${apart.id}/${path.replace("RUN", run.id)}`);
    expect([path, answer.status, Object(answer.json).missingRight]).toEqual([path, 403, right]);
  }
});

test.each(ofTenant)(
  "%s refuses a parameter that it does not know, and answers 304 to whoever has its ETag",
  async (path) => {
    const refused = await operator.get(`${pathOf(path)}?nonsense=1`);
    expect([refused.status, Object(refused.json).code]).toEqual([400, "invalid_request"]);
    const first = await operator.get(pathOf(path));
    const again = await operator.get(pathOf(path), { "if-none-match": first.headers.get("etag") ?? "" });
    expect([first.status, again.status]).toEqual([200, 304]);
  },
);

test("counts of operations are those of the tenant, by state and filter", async () => {
  const none = { count: 0, more: false };
  const all = {
    queued: none,
    running: none,
    succeeded: none,
    partially_succeeded: none,
    failed: none,
    cancelled: none,
  };
  const path = `/tenants/${tenant.id}/operation-counts`;
  expect((await operator.get(path)).json).toEqual({ ...all, succeeded: { count: 1, more: false } });
  expect((await operator.get(`${path}?type=inventory.sync`)).json).toEqual(all);
  expect((await operator.get(`/tenants/${other.id}/operation-counts`)).json).toEqual(all);
  expect((await operator.get(`${path}?text=${"x".repeat(201)}`)).status).toBe(400);
});

test("parts of a run say what was read of each service group and when, to the tenant's members alone", async () => {
  const { json } = await operator.get(pathOf("operations/RUN/parts"));
  const { items, partsKept } = Object(json);
  expect(partsKept).toBe(true);
  expect(items.map(({ group, state }: { group: string; state: string }) => [group, state])).toEqual([
    ["deviceConfigurationV2", "done"],
  ]);
  expect(items[0]).toMatchObject({ counts: { total: 2, succeeded: 2 }, failures: [], waiting: null });
  expect(items[0].endedAt >= items[0].startedAt).toBe(true);
  expect((await operator.get(`/tenants/${other.id}/operations/${run.id}/parts`)).status).toBe(404);
});

test("S3 the bell counts the caller's own notifications, and reads them up to a time", async () => {
  const unreadOf = async (user: string) =>
    Object((await (await clientOf(stack, user)).get("/notifications/unread")).json);
  await takeSnapshot(stack, operator, tenant.id, ["settingsCatalog"]);
  const [own, others] = [await unreadOf("operator"), await unreadOf("owner")];
  expect(own.count).toBeGreaterThan(1);
  const [newest] = Object((await operator.get("/notifications?limit=1")).json).items;
  const before = new Date(Date.parse(newest.createdAt) - 1).toISOString();
  const left = await operator.post("/notifications/read", { upTo: before });
  expect([left.status, left.json]).toEqual([200, { count: 1, more: false }]);
  expect((await operator.post("/notifications/read", { upTo: newest.createdAt })).json).toMatchObject({ count: 0 });
  expect(await unreadOf("operator")).toEqual({ count: 0, more: false });
  expect(await unreadOf("owner")).toEqual(others);
});

test("the bell refuses whoever does not say who, and a time that is none", async () => {
  const nobody = clientWith(stack, undefined);
  expect((await nobody.get("/notifications/unread")).status).toBe(401);
  expect((await nobody.post("/notifications/read", { upTo: "2026-01-01T00:00:00Z" })).status).toBe(401);
  for (const body of [{}, { upTo: "yesterday" }, { upTo: "2026-01-01T00:00:00Z", all: true }]) {
    expect((await operator.post("/notifications/read", body)).status).toBe(400);
  }
  expect((await operator.get("/notifications/unread?nonsense=1")).status).toBe(400);
});

test("the summary of a tenant says what it has and what is on its way, and nothing of another", async () => {
  const summaryOf = async (id: string) => Object((await operator.get(`/tenants/${id}/summary`)).json);
  expect(await summaryOf(tenant.id)).toMatchObject({
    tenant: { id: tenant.id, name: "Portal tenant", myRole: "operator", lastCompleteSnapshotAt: expect.any(String) },
    promise: { state: "none", since: null },
    snapshot: { tenantId: tenant.id, state: "complete", gaps: [] },
    objects: [{ type: "settingsCatalog", present: 2 }],
    asOf: expect.any(String),
    active: [],
  });
  expect(await summaryOf(other.id)).toEqual({
    tenant: {
      ...(await summaryOf(tenant.id)).tenant,
      id: other.id,
      name: "Portal neighbour",
      lastCompleteSnapshotAt: null,
    },
    promise: { state: "none", since: null },
    snapshot: null,
    objects: [],
    asOf: null,
    active: [],
  });
});

const lists = ["inventory", "snapshots", "snapshots/snapshot-RUN/entries"];

test.each(lists)("%s says how many there are when it is asked, on its first page alone", async (list) => {
  const path = pathOf(list);
  const whole = Object((await operator.get(`${path}?count=true`)).json);
  expect(whole.total).toBe(whole.items.length);
  const first = Object((await operator.get(`${path}?count=true&limit=1`)).json);
  expect([first.items.length, first.total]).toEqual([1, whole.total]);
  const next = Object((await operator.get(`${path}?count=true&limit=1&page=${first.nextPage}`)).json);
  expect([next.items.length, next.total]).toEqual([1, undefined]);
  expect(Object((await operator.get(`${path}?count=false`)).json).total).toBeUndefined();
  expect((await operator.get(`${path}?count=all`)).status).toBe(400);
});

test("P5.1 totals, files and parts of names tell nothing of another tenant", async () => {
  const base = `/tenants/${other.id}`;
  for (const list of ["inventory", "snapshots"]) {
    expect((await operator.get(`${base}/${list}?count=true`)).json).toEqual({ items: [], nextPage: null, total: 0 });
  }
  expect((await operator.get(`${base}/inventory?count=true&text=first`)).json).toMatchObject({ items: [], total: 0 });
  expect((await operator.get(`${base}/snapshots/snapshot-${run.id}/entries?count=true&text=first`)).status).toBe(404);
  expect((await csvOf("reader", `${base}/inventory.csv`)).lines).toHaveLength(2);
});

const namesOf = ({ json }: { json: unknown }): string[] => Object(json).items.map(({ name }: { name: string }) => name);

test("entries, tenants and overviews are narrowed to a part of the name in any case, and no text is a query", async () => {
  const entries = pathOf("snapshots/snapshot-RUN/entries");
  expect(namesOf(await operator.get(`${entries}?text=FIRST`))).toEqual(["First"]);
  expect(Object((await operator.get(`${entries}?text=first&count=true`)).json).total).toBe(1);
  const admin = await clientOf(stack, "platform-admin");
  const asks: [Client, string][] = [
    [operator, "/tenants"],
    [operator, "/overview"],
    [admin, "/platform/overview"],
  ];
  for (const [client, path] of asks) {
    expect([path, namesOf(await client.get(`${path}?text=portal%20NEIGH`))]).toEqual([path, ["Portal neighbour"]]);
    for (const text of ["' OR true --", '") OR (true', "@only"]) {
      expect(namesOf(await client.get(`${path}?text=${encodeURIComponent(text)}`))).toEqual([]);
    }
    expect((await client.get(`${path}?text=${"x".repeat(201)}`)).status).toBe(400);
    expect((await client.get(`${path}?text=`)).status).toBe(400);
  }
});

test("snapshots are narrowed by state and by when they were sealed", async () => {
  const path = `/tenants/${tenant.id}/snapshots`;
  const { items } = Object((await operator.get(path)).json);
  const idsOf = async (query: string) =>
    Object((await operator.get(`${path}?${query}`)).json).items.map(({ id }: { id: string }) => id);
  const [newest, oldest] = [items[0], items.at(-1)];
  expect(newest.sealedAt > oldest.sealedAt).toBe(true);
  expect(await idsOf(`from=${newest.sealedAt}`)).toEqual([newest.id]);
  expect(await idsOf(`to=${newest.sealedAt}`)).not.toContain(newest.id);
  expect(await idsOf("state=complete")).toHaveLength(items.length);
  expect(await idsOf("state=complete_with_gaps")).toEqual([]);
  expect((await operator.get(`${path}?state=abandoned`)).status).toBe(400);
});

test("P5.2 an overview is of the caller's tenants alone: a stranger's is empty, and the platform's is for the platform", async () => {
  const row = Object((await operator.get("/overview?text=portal%20tenant")).json).items[0];
  expect(row).toMatchObject({ id: tenant.id, lastRun: { outcome: "succeeded" }, brokenPromises: [] });
  for (const user of ["outsider", "platform-admin"]) {
    const client = await clientOf(stack, user);
    expect((await client.get("/overview")).json).toEqual({ items: [], nextPage: null, unreadable: [] });
  }
  for (const path of ["/platform/overview", "/platform/overview.csv"]) {
    expect((await operator.get(path)).json).toMatchObject({ status: 403, missingRight: "platform" });
  }
  for (const path of ["/overview", "/overview.csv", "/platform/overview.csv"]) {
    expect((await clientWith(stack, undefined).get(path)).status).toBe(401);
  }
  expect((await operator.get("/overview?nonsense=1")).status).toBe(400);
});

async function csvOf(user: string, path: string): Promise<{ type: string | null; lines: string[] }> {
  const headers = { authorization: `Bearer ${await stack.tokenFor(user)}` };
  const answer = await fetch(`${stack.ready.api}${path}`, { headers });
  expect([path, answer.status]).toEqual([path, 200]);
  return { type: answer.headers.get("content-type"), lines: (await answer.text()).split("\r\n") };
}

test("inventory and overviews are files too, in which no name is a formula or hides anything", async () => {
  const named = await aTenant(stack, "=Portal\u202eformula");
  named.put(policies, [aPolicy("=1+1\u001b")]);
  await takeSnapshot(stack, operator, named.id, ["settingsCatalog"]);
  const inventory = await csvOf("reader", `/tenants/${named.id}/inventory.csv?text=1%2B1`);
  expect(inventory.type).toBe("text/csv; charset=utf-8");
  expect(inventory.lines[0]).toMatch(/^type,id,name,platform,state,/);
  expect(inventory.lines[1]).toContain(`,"'=1+1␛",`);
  for (const [user, path] of [
    ["reader", "/overview.csv"],
    ["platform-admin", "/platform/overview.csv"],
  ] as const) {
    const { lines } = await csvOf(user, `${path}?text=formula`);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(`${named.id},"'=Portal\ufffdformula",active,`);
  }
  expect((await csvOf("outsider", "/overview.csv")).lines).toHaveLength(2);
});
