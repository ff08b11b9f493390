import { expect, test } from "vitest";
import { demoUsers } from "../../local/stack/demo-directory.ts";
import packageFacts from "../../package.json" with { type: "json" };
import { type Answer, type Client, clientOf, clientWith } from "./support/client.ts";
import { endOf, entriesOf, readRun, syncInventory, takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

async function aTenantWithPolicies(count: number) {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(
    policies,
    Array.from({ length: count }, (_, position) => aPolicy(`Policy ${position}`, 1)),
  );
  return { stack, tenant, client: await clientOf(stack, "operator") };
}

function expectProblem(answer: Answer, status: number, code: string): void {
  expect(answer).toMatchObject({ status, json: { status, code } });
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const { type, title, detail, help, correlationId } = Object(answer.json);
  expect([type, title, detail, help].every((text) => typeof text === "string" && text !== "")).toBe(true);
  expect(correlationId).toMatch(/^[0-9a-f]{32}$/);
}

function fieldsOf({ json }: Answer): unknown {
  return Object(json).errors?.map(({ field }: { field: string }) => field);
}

test("an id that cannot be one of ours is 404, whatever it is the id of", async () => {
  const { tenant, client } = await aTenantWithPolicies(0);
  for (const path of [
    "/tenants/not-a-guid",
    "/tenants/platform",
    `/tenants/${tenant.id}/operations/1`,
    `/tenants/${tenant.id}/operations/${"0".repeat(26)}`,
    `/tenants/${tenant.id}/snapshots/1`,
    `/tenants/${tenant.id}/snapshots/snapshot-${"0".repeat(26)}/entries`,
    `/tenants/${tenant.id}/inventory/nonsense/1`,
  ]) {
    expectProblem(await client.get(path), 404, "not_found");
  }
  expectProblem(await client.post("/notifications/1/read"), 404, "not_found");
});

test("a body that is no JSON, no object or of another media type is refused", async () => {
  const { tenant, client } = await aTenantWithPolicies(0);
  const path = `/tenants/${tenant.id}/snapshots`;
  for (const body of ['{"types":', '"text"', "[1]", "null"]) {
    expectProblem(await client.post(path, body), 400, "invalid_request");
  }
  expectProblem(await client.post(path, "types=all", { "content-type": "text/plain" }), 415, "unsupported_media_type");
  expectProblem(await client.post(path, { label: "x".repeat(70_000) }), 413, "body_too_large");
});

test("what is unknown or out of range is refused by the name of its field", async () => {
  const { tenant, client } = await aTenantWithPolicies(0);
  const base = `/tenants/${tenant.id}`;
  const bodies: [object, string][] = [
    [{ nonsense: 1 }, "nonsense"],
    [{ label: 7 }, "label"],
    [{ types: [] }, "types"],
    [{ types: ["settingsCatalog", 7] }, "types.1"],
  ];
  for (const [body, field] of bodies) {
    const answer = await client.post(`${base}/snapshots`, body);
    expectProblem(answer, 400, "invalid_request");
    expect(fieldsOf(answer)).toEqual([field]);
  }
  const unknownType = await client.post(`${base}/snapshots`, { types: ["nonsense"] });
  expectProblem(unknownType, 400, "unknown_object_type");
  expect(fieldsOf(unknownType)).toEqual(["types"]);
  const lists = ["inventory", "operations", "snapshots"].map((list) => `${base}/${list}`);
  for (const list of [...lists, "/tenants", "/notifications"]) {
    for (const [query, field] of [
      ["nonsense=1", "nonsense"],
      ["limit=0", "limit"],
      ["limit=1001", "limit"],
      ["limit=ten", "limit"],
      ["limit=1&limit=2", "limit"],
      ["page=%20garbage", "page"],
      ["page=Z2FyYmFnZQ", "page"],
    ]) {
      const answer = await client.get(`${list}?${query}`);
      expect([query, list, fieldsOf(answer)]).toEqual([query, list, [field]]);
      expectProblem(answer, 400, "invalid_request");
    }
  }
});

async function pagesOf(client: Client, path: string): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  let next: string | null = "";
  while (next !== null) {
    const { json } = await client.get(`${path}${next === "" ? "" : `&page=${encodeURIComponent(next)}`}`);
    pages.push(Object(json).items);
    next = Object(json).nextPage;
  }
  return pages;
}

test("a list in pages gives each item once", async () => {
  const { stack, tenant, client } = await aTenantWithPolicies(25);
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  const names = Array.from({ length: 25 }, (_, position) => `Policy ${position}`).sort();
  for (const list of [`inventory?limit=10`, `snapshots/${run.result?.snapshotId}/entries?limit=10`]) {
    const pages = await pagesOf(client, `/tenants/${tenant.id}/${list}`);
    expect(pages.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(
      pages
        .flat()
        .map((each) => String(Object(each).name))
        .sort(),
    ).toEqual(names);
  }
});

test("runs, snapshots and tenants page too, and runs are newest first", async () => {
  const { stack, tenant, client } = await aTenantWithPolicies(1);
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    ids.unshift((await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"])).id);
  }
  const idsIn = async (path: string) =>
    (await pagesOf(client, path)).map((page) => page.map((each) => Object(each).id));
  expect(await idsIn(`/tenants/${tenant.id}/operations?limit=2`)).toEqual([ids.slice(0, 2), ids.slice(2)]);
  const snapshots = ids.map((id) => `snapshot-${id}`);
  expect(await idsIn(`/tenants/${tenant.id}/snapshots?limit=2`)).toEqual([snapshots.slice(0, 2), snapshots.slice(2)]);
  const tenants = (await idsIn("/tenants?limit=2")).flat();
  expect(tenants).toContain(tenant.id);
  expect(new Set(tenants).size).toBe(tenants.length);
});

test("runs are filtered by state, outcome, type and time", async () => {
  const { stack, tenant, client } = await aTenantWithPolicies(1);
  const snapshot = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  const sync = await syncInventory(stack, client, tenant.id, ["settingsCatalog"]);
  const idsOf = async (filter: string) => {
    const { json } = await client.get(`/tenants/${tenant.id}/operations?${filter}`);
    return Object(json).items.map(({ id }: { id: string }) => id);
  };
  expect(await idsOf("type=inventory.sync")).toEqual([sync.id]);
  expect(await idsOf("status=running")).toEqual([]);
  expect(await idsOf("outcome=succeeded&status=completed")).toEqual([sync.id, snapshot.id]);
  expect(await idsOf(`from=${sync.createdAt}`)).toEqual([sync.id]);
  expect(await idsOf(`to=${sync.createdAt}`)).toEqual([snapshot.id]);
});

test("reads carry an ETag and answer 304 to whoever has it; a payload's ETag is its hash", async () => {
  const { stack, tenant, client } = await aTenantWithPolicies(1);
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  const [entry] = await entriesOf(client, run);
  if (!entry) throw new Error("The snapshot has an entry.");
  const base = `/tenants/${tenant.id}`;
  const object = `${base}/snapshots/${run.result?.snapshotId}/objects/${entry.type}/${entry.id}`;
  for (const path of [
    base,
    `${base}/operations/${run.id}`,
    `${base}/operations`,
    `${base}/snapshots/${run.result?.snapshotId}`,
    `${base}/inventory`,
    `${base}/inventory/${entry.type}/${entry.id}`,
    object,
  ]) {
    const first = await client.get(path);
    const etag = first.headers.get("etag") ?? "";
    const again = await client.get(path, { "if-none-match": etag });
    expect([path, first.status, again.status, again.json]).toEqual([path, 200, 304, undefined]);
    expect(again.headers.get("etag")).toBe(etag);
    expect((await client.get(path, { "if-none-match": '"another"' })).status).toBe(200);
  }
  expect((await client.get(object)).headers.get("etag")).toBe(`"${entry.payloadHash}"`);
});

test("S3 notifications go to the initiator alone, who can mark them as read", async () => {
  const { stack, tenant, client } = await aTenantWithPolicies(1);
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  const aboutRun = async (user: string) => {
    const { json } = await (await clientOf(stack, user)).get("/notifications?limit=1000");
    return Object(json).items.filter(({ runId }: { runId: string }) => runId === run.id);
  };
  const own = await aboutRun("operator");
  expect(own).toMatchObject([
    { kind: "ended", tenantId: tenant.id, outcome: "succeeded", readAt: null },
    { kind: "queued", tenantId: tenant.id, readAt: null },
  ]);
  expect(own[0].viewUrl).toContain(run.id);
  for (const other of ["owner", "manager", "reader", "platform-admin"]) expect(await aboutRun(other)).toEqual([]);

  const path = `/notifications/${own[0].id}/read`;
  expectProblem(await (await clientOf(stack, "owner")).post(path), 404, "not_found");
  const read = await client.post(path);
  expect(read).toMatchObject({ status: 200, json: { id: own[0].id, readAt: expect.any(String) } });
  expect((await client.post(path)).json).toEqual(read.json);
  expect((await aboutRun("operator")).map(({ readAt }: { readAt: unknown }) => readAt === null)).toEqual([false, true]);
});

test("everybody learns what they are and may do", async () => {
  const stack = await sharedStack();
  const ids = stack.ready.tenants.map(({ id }) => id);
  for (const { name, id, role: own, groups } of demoUsers) {
    // The members are users, and one group of operators.
    const role = groups ? "operator" : own;
    const { json } = await (await clientOf(stack, name)).get("/me");
    expect(json).toMatchObject({ id, kind: "user", platform: name === "platform-admin" });
    const { tenants } = Object(json);
    const roles = tenants
      .filter((each: { id: string }) => ids.includes(each.id))
      .map((each: { role: string }) => each.role);
    expect(roles).toEqual(role ? ids.map(() => role) : []);
    const listed = (await (await clientOf(stack, name)).get("/tenants?limit=1000")).json;
    expect(Object(listed).items.length).toBe(tenants.length);
  }
  const { tenants } = Object((await (await clientOf(stack, "reader")).get("/me")).json);
  expect(tenants[0].rights).toContain("snapshot.read");
  expect(tenants[0].rights).not.toContain("snapshot.take");
});

test("health, readiness and the API's description need no token; capabilities do", async () => {
  const stack = await sharedStack();
  const nobody = clientWith(stack, undefined);
  expect(await nobody.get("/health")).toMatchObject({
    status: 200,
    json: { status: "up", version: packageFacts.version },
  });
  expect(await nobody.get("/ready")).toMatchObject({ status: 200, json: { ready: true } });
  const { json: described } = await nobody.get("/openapi.json");
  expect(Object.keys(Object(described).paths)).toContain("/tenants/{tenantId}/snapshots");
  expectProblem(await nobody.get("/capabilities"), 401, "unauthenticated");
  const { json } = await (await clientOf(stack, "outsider")).get("/capabilities");
  expect(Object(json).items).toContainEqual(
    expect.objectContaining({ type: "settingsCatalog", inventory: true, snapshot: true }),
  );
});

test("I3 a snapshot that is not sealed does not exist for a reader", async () => {
  const { stack, tenant, client } = await aTenantWithPolicies(60);
  const { control } = stack.servers.graph;
  control.setLatency(200);
  const { json } = await client.post(`/tenants/${tenant.id}/snapshots`, {
    types: ["settingsCatalog"],
    label: "weekly",
  });
  const { id } = Object(json);
  try {
    // The list is being read, page by page.
    await expect.poll(() => control.counters().requests, { timeout: 60_000 }).toBeGreaterThan(1);
    const base = `/tenants/${tenant.id}/snapshots`;
    expect((await client.get(base)).json).toEqual({ items: [], nextPage: null });
    for (const path of ["", "/entries"]) {
      expectProblem(await client.get(`${base}/snapshot-${id}${path}`), 404, "not_found");
    }
    expect((await client.get(`/tenants/${tenant.id}`)).json).toMatchObject({ lastCompleteSnapshotAt: null });
    expect(await readRun(client, tenant.id, id)).toMatchObject({ status: "running", outcome: "pending" });
  } finally {
    control.setLatency(0);
  }
  const run = await endOf(stack, client, tenant.id, id);
  const { json: list } = await client.get(`/tenants/${tenant.id}/snapshots`);
  expect(list).toMatchObject({ items: [{ id: run.result?.snapshotId, runId: id, label: "weekly" }], nextPage: null });
  const { sealedAt } = Object(list).items[0];
  expect((await client.get(`/tenants/${tenant.id}`)).json).toMatchObject({ lastCompleteSnapshotAt: sealedAt });
});
