import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import type { InventoryObject } from "../../../src/domain/inventory/inventory-object.ts";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { versionIdOf } from "../../../src/domain/version/object-version.ts";
import { routeNamed } from "../../../tools/soak/walls/route-named.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import { type Sealed, sealSnapshot, type TwoTenants, twoTenants } from "../walls/two-tenants.ts";

let world: TwoTenants;
let scope: TenantScope;
beforeAll(async () => {
  world = await twoTenants();
  scope = openTenantScope(tenantIdSchema.parse(world.own.id), "run");
});
afterAll(() => world[Symbol.asyncDispose]());

let sealed = 0;
function seal(objects: Sealed["objects"], typeState?: Sealed["typeState"]): Promise<string> {
  sealed += 1;
  const runId = `run${String(sealed).padStart(23, "0")}`;
  return sealSnapshot(world, scope, { runId, label: "x", objects, ...(typeState && { typeState }) });
}

async function ask(route: string, params: Record<string, string>, query: Record<string, string>, headers = {}) {
  const request = { params: { tenantId: world.own.id, ...params }, query, headers };
  const answer = await world.send(routeNamed(route), request, world.own.owner);
  return { ...answer, body: answer.text.startsWith("{") ? JSON.parse(answer.text) : undefined };
}

const diff = (snapshotId: string, against: string, query = {}) =>
  ask("diffSnapshot", { snapshotId }, { against, ...query });

const setting = (value: string) => ({
  settingInstance: { settingDefinitionId: "device_minimum", simpleSettingValue: { value } },
});
const policy = (id: string, value: string, more = {}) => ({
  id,
  name: `Policy ${id}`,
  settings: [setting(value)],
  ...more,
});

describe("the difference of two snapshots", () => {
  it("the difference names what was added, removed and changed, with counts of all, and of a changed object what changed", async () => {
    const left = await seal([policy("a", "1"), policy("b", "1"), policy("c", "1"), policy("e", "1")]);
    const right = await seal([
      policy("b", "2"),
      policy("c", "1"),
      policy("d", "1"),
      policy("e", "1", { isNew: false }),
    ]);
    const { status, body } = await diff(left, right);
    expect(status).toBe(200);
    expect(body.items.map(({ id, change }: Record<string, string>) => `${id} ${change}`)).toEqual([
      "a removed",
      "b changed",
      "d added",
    ]);
    expect(body.items[1]).toMatchObject({ areas: ["settings"], counts: { changed: 1 }, detail: "whole" });
    expect(body.counts).toEqual({ added: 1, removed: 1, changed: 1, unchanged: 2, incomparable: 0, ambiguous: 0 });
    expect(body.appeared).toEqual([{ type: "settingsCatalog", place: "/isNew", objects: 1 }]);
    expect(body).toMatchObject({
      exact: true,
      nextPage: null,
      left: { snapshotId: left },
      right: { snapshotId: right },
    });
  });

  it("the difference comes page by page, each object once, and filtered", async () => {
    const left = await seal(["a", "b", "c"].map((id) => policy(id, "1")));
    const right = await seal(["a", "b", "c"].map((id) => policy(id, "2")));
    const first = (await diff(left, right, { limit: "2" })).body;
    const second = (await diff(left, right, { limit: "2", page: first.nextPage })).body;
    expect([...first.items, ...second.items].map(({ id }: Record<string, string>) => id)).toEqual(["a", "b", "c"]);
    expect(second.nextPage).toBeNull();
    const countWith = async (query: object) => (await diff(left, right, query)).body.items.length;
    expect(await countWith({ text: "policy B" })).toBe(1);
    expect(await countWith({ area: "settings" })).toBe(3);
    expect(await countWith({ area: "assignments" })).toBe(0);
    expect(await countWith({ change: "added" })).toBe(0);
    expect(await countWith({ type: "group" })).toBe(0);
  });

  it("the difference removes none of 90 objects where the right side was not read to its end (hard case 4, P6.7)", async () => {
    const left = await seal(Array.from({ length: 90 }, (_, index) => policy(`p${index}`, "1")));
    const right = await seal([], { state: "incomplete", code: "graph_forbidden", message: "Forbidden." });
    const { body } = await diff(left, right, { change: "incomparable", limit: "1000" });
    expect(body.counts).toEqual({ added: 0, removed: 0, changed: 0, unchanged: 0, incomparable: 90, ambiguous: 0 });
    expect(body.items.map(({ reason }: Record<string, string>) => reason)).toEqual(Array(90).fill("incomplete"));
    expect(body.byType).toMatchObject([{ type: "settingsCatalog", reason: "incomplete" }]);
  });

  it("the difference is not made again for whoever has it", async () => {
    const [left, right] = [await seal([policy("a", "1")]), await seal([policy("a", "2")])];
    const { etag = "" } = (await diff(left, right)).headers;
    const again = await ask("diffSnapshot", { snapshotId: left }, { against: right }, { "if-none-match": etag });
    expect([again.status, again.text]).toEqual([304, ""]);
    const other = { against: right, change: "added" };
    const asked = await ask("diffSnapshot", { snapshotId: left }, other, { "if-none-match": etag });
    expect(asked.status).toBe(200);
  });

  it("a third at once is refused, and told when to come again", async () => {
    const [left, right] = [await seal([policy("a", "1")]), await seal([policy("a", "2")])];
    const answers = await Promise.all(Array.from({ length: 6 }, () => diff(left, right)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
    for (const { body, headers } of refused) {
      expect(body.code).toBe("too_many_requests");
      expect(headers["retry-after"]).toBe("2");
    }
  });
});

describe("the difference of one object", () => {
  const of = (left: string, right: string, format: string) =>
    ask("diffObject", { snapshotId: left, type: "settingsCatalog", objectId: "a" }, { against: right, format });

  it("the difference of an object is JSON, a JSON Patch between the forms, and Markdown in which nothing of a tenant is markup (RC13)", async () => {
    const left = await seal([policy("a", "1")]);
    const right = await seal([policy("a", "<b>2</b> | *x*")]);
    const json = await of(left, right, "json");
    expect(json.body.object).toMatchObject({ id: "a", change: "changed" });
    expect(json.body.changes).toMatchObject([{ kind: "changed", area: "settings", definitionId: "device_minimum" }]);
    const patch = await of(left, right, "json-patch");
    expect(patch.headers["content-type"]).toBe("application/json-patch+json");
    expect(JSON.parse(patch.text)).toMatchObject([{ op: "replace", value: "<b>2</b> | *x*" }]);
    const markdown = await of(left, right, "markdown");
    expect(markdown.headers["content-type"]).toContain("text/markdown");
    expect(markdown.text).toContain(String.raw`&lt;b&gt;2&lt;/b&gt; \| \*x\*`);
  });

  it("the form of an object is served with its rule, and what no side has is not found", async () => {
    const snapshotId = await seal([policy("a", "1")]);
    const params = { snapshotId, type: "settingsCatalog", objectId: "a" };
    const { body } = await ask("getSnapshotForm", params, {});
    expect(body.formId).toMatch(/^[0-9a-f]{16}$/);
    expect(body.form).toMatchObject({ name: "Policy a", settings: { device_minimum: {} } });
    const none = await ask("diffObject", { ...params, objectId: "z" }, { against: snapshotId });
    expect(none.status).toBe(404);
  });
});

describe("the difference to the inventory", () => {
  const formId = "rule";
  const observe = (object: { readonly id: string; readonly name: string }, given: Partial<InventoryObject> = {}) =>
    anInventoryObject({ ...object, configurationHash: hashOfText(`form ${JSON.stringify(object)}`), formId, ...given });
  const write = (objects: readonly InventoryObject[]) => world.app.storesFor(scope).inventory.write(objects, new Map());
  const ofObject = (snapshotId: string, objectId: string, format = "json") =>
    ask("diffObject", { snapshotId, type: "settingsCatalog", objectId }, { against: "inventory", format });

  /** The payload of a policy, in a snapshot, and a version of it. */
  async function seenBefore(object: ReturnType<typeof policy>): Promise<void> {
    const snapshotId = await seal([object]);
    const [payloadHash, configurationHash] = ["", "form "].map((prefix) =>
      hashOfText(`${prefix}${JSON.stringify(object)}`),
    );
    const ref = { type: "settingsCatalog", objectId: object.id };
    const hashes = {
      payloadHash: payloadHash ?? null,
      payloadVersion: null,
      configurationHash: configurationHash ?? null,
    };
    const told = { name: object.name, event: "new", at: startOfTime, notBefore: null } as const;
    await world.app
      .storesFor(scope)
      .versions.add([{ id: versionIdOf({ ...ref, snapshotId }), ...ref, ...told, snapshotId, ...hashes, formId }]);
  }

  it("the difference to the inventory is whole where a version has its hash, and says elsewhere that it knows hashes only", async () => {
    await seenBefore(policy("in-a", "2"));
    const left = await seal(["in-a", "in-b", "in-c", "in-d", "in-e"].map((id) => policy(id, "1")));
    await write([
      observe(policy("in-a", "2")),
      observe(policy("in-b", "2")),
      observe(policy("in-c", "1")),
      observe(policy("in-d", "1"), { state: "missing" }),
      observe(policy("in-f", "1")),
    ]);
    const { body } = await diff(left, "inventory", { text: "Policy in-" });
    expect(body.items.map(({ id, change, reason }: Record<string, string>) => [id, change, reason])).toEqual([
      ["in-a", "changed", null],
      ["in-b", "changed", null],
      ["in-d", "removed", null],
      ["in-e", "incomparable", "incomplete"],
      ["in-f", "added", null],
    ]);
    expect(body.items[0]).toMatchObject({ areas: ["settings"], counts: { changed: 1 }, detail: "whole" });
    expect(body.items[1]).toMatchObject({ areas: null, counts: null, detail: "hash" });
    expect(body).toMatchObject({ exact: false, left: { kind: "snapshot", snapshotId: left } });
    expect(body.right).toEqual({
      tenantId: world.own.id,
      snapshotId: null,
      kind: "inventory",
      state: "observed",
      window: null,
    });
  });

  it("one object of which the inventory has a hash only is an answer with the next step, and no patch pretends to know", async () => {
    const left = await seal([policy("one", "1"), policy("same", "1")]);
    await write([observe(policy("one", "2")), observe(policy("same", "1"))]);
    const { status, body } = await ofObject(left, "one");
    const next = { objects: [{ type: "settingsCatalog", id: "one" }] };
    expect([status, body]).toMatchObject([200, { object: { change: "changed", detail: "hash" }, changes: [], next }]);
    expect((await ofObject(left, "one", "markdown")).text).toContain("take a snapshot of this object");
    expect((await ofObject(left, "one", "json-patch")).body).toMatchObject({ status: 410, code: "not_kept" });
    expect((await ofObject(left, "same")).body).toMatchObject({ object: { change: "unchanged" }, next: null });
    expect((await ofObject(left, "same", "json-patch")).text).toBe("[]");
  });

  it("the answer about the inventory is another one once the inventory is", async () => {
    const left = await seal([policy("tagged", "1")]);
    await write([observe(policy("tagged", "1"))]);
    const again = (etag: string) =>
      ask("diffSnapshot", { snapshotId: left }, { against: "inventory" }, { "if-none-match": etag });
    const { etag = "" } = (await diff(left, "inventory")).headers;
    expect((await again(etag)).status).toBe(304);
    await write([observe(policy("tagged", "2"), { observedAt: "2026-03-09T08:00:00.000Z" })]);
    expect((await again(etag)).status).toBe(200);
  });
});
