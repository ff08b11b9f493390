import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTenantScope, type TenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { routeNamed } from "../../../tools/soak/walls/route-named.ts";
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

  it("the difference removes nothing where the type was not read to its end (hard case 4, P6.7)", async () => {
    const left = await seal([policy("a", "1"), policy("b", "1")]);
    const right = await seal([], { state: "incomplete", code: "graph_forbidden", message: "Forbidden." });
    const { body } = await diff(left, right);
    expect(body.counts).toEqual({ added: 0, removed: 0, changed: 0, unchanged: 0, incomparable: 2, ambiguous: 0 });
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
