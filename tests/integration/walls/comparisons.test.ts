import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoUsers } from "../../../local/stack/demo-directory.ts";
import type { JsonValue } from "../../../src/domain/json/json-value.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { routeNamed } from "../../../tools/soak/walls/route-named.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import { type OtherObject, type Sealed, sealSnapshot, type TwoTenants, twoTenants } from "./two-tenants.ts";

// The owner of one tenant is a member of the other too, so that it may compare them.

let world: TwoTenants;
beforeAll(async () => {
  world = await twoTenants();
  const principalId = demoUsers.find(({ name }) => name === world.own.owner)?.id ?? "";
  const params = { tenantId: world.foreign.id, principalId };
  const body = { kind: "user", name: "Engineer", role: "reader" };
  const { status } = await world.send(routeNamed("putMember"), { params, body }, world.foreign.owner);
  if (status !== 201) throw new Error(`The engineer is no member: ${status}`);
});
afterAll(() => world[Symbol.asyncDispose]());

let sealed = 0;
type What = Pick<Sealed, "others" | "formId">;

async function seal(side: "own" | "foreign", objects: Sealed["objects"], what: What = {}): Promise<string> {
  sealed += 1;
  const scope = openTenantScope(tenantIdSchema.parse(world[side].id), "run");
  const runId = `run${String(sealed).padStart(23, "0")}`;
  return `${world[side].id}/${await sealSnapshot(world, scope, { runId, label: "x", objects, ...what })}`;
}

type Query = Readonly<Record<string, string>>;

async function ask(route: string, params: Query, query: Query, headers = {}, user = world.own.owner) {
  const answer = await world.send(routeNamed(route), { params, query, headers }, user);
  return { ...answer, body: answer.text.startsWith("{") ? JSON.parse(answer.text) : undefined };
}

const compare = (left: string, right: string, more: Query = {}) =>
  ask("compareTenants", {}, { left, right, ...more }, {});
const compareObject = (left: string, right: string, objectId: string, more: Query = {}) =>
  ask("compareObjectOfTenants", { type: "settingsCatalog", objectId }, { left, right, ...more });

const rowsOf = (body: { items: readonly Record<string, string>[] }) =>
  body.items.map(({ id, otherId, change }) => `${id} ${otherId} ${change}`);

const [groupHere, groupThere] = ["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"];
const groupCalled = (id: string, displayName: string): What => ({
  others: [{ type: "group", payload: { id, displayName } }],
});
const policy = (id: string, name: string, more = {}) => ({ id, name, ...more });
const assignedTo = (groupId: string) => ({
  assignments: [{ target: { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId } }],
});

describe("two tenants", () => {
  it("objects are paired by exact name and compared by the names of what they refer to: a group renamed is one change (RC10, hard case 6)", async () => {
    const left = await seal("own", [policy("a", "BitLocker", assignedTo(groupHere))], groupCalled(groupHere, "Sales"));
    const right = (name: string) =>
      seal("foreign", [policy("b", "BitLocker", assignedTo(groupThere))], groupCalled(groupThere, name));
    const same = await compare(left, await right("Sales"), { type: "settingsCatalog", change: "unchanged" });
    expect(same.body.matchedBy).toBe("name");
    expect(rowsOf(same.body)).toEqual(["a b unchanged"]);
    const renamed = await right("Sales EMEA");
    const { body } = await compareObject(left, renamed, "a");
    expect(body.object).toMatchObject({ id: "a", otherId: "b", change: "changed", areas: ["assignments"] });
    expect(JSON.stringify(body.changes)).toContain("Sales EMEA");
    expect(JSON.stringify(body.changes)).not.toContain(groupThere);
  });

  it("an id without a name is equal to nothing, also where both tenants hold the same bytes (RC6)", async () => {
    const copied = [policy("a", "BitLocker", assignedTo(groupHere))];
    const [left, right] = [await seal("own", copied, groupCalled(groupHere, "Sales")), await seal("foreign", copied)];
    const { body } = await compare(left, right, { type: "settingsCatalog" });
    expect(rowsOf(body)).toEqual(["a null changed"]);
    const alone = await seal("own", copied);
    expect((await compare(alone, right)).body.counts).toMatchObject({ changed: 1, unchanged: 0 });
  });

  it("two objects of one name are paired by nobody but a person who says which is meant (pitfall 15)", async () => {
    const left = await seal("own", [policy("a", "Edge", { description: "1" })]);
    const right = await seal("foreign", [policy("b", "Edge"), policy("c", "Edge", { description: "2" })]);
    const { body } = await compare(left, right);
    expect(rowsOf(body)).toEqual(["a null ambiguous", "b null ambiguous", "c null ambiguous"]);
    expect(body.counts).toMatchObject({ ambiguous: 3, changed: 0, added: 0, removed: 0 });
    const open = await compareObject(left, right, "a");
    expect(open.body).toMatchObject({ object: { change: "ambiguous" }, changes: [] });
    const chosen = await compareObject(left, right, "a", { other: "c" });
    expect(chosen.body.object).toMatchObject({ id: "a", otherId: "c", change: "changed" });
    expect(chosen.body.changes).toMatchObject([{ place: "/description", before: "1", after: "2" }]);
    expect((await compareObject(left, right, "a", { other: "z" })).status).toBe(404);
  });

  it("the platform tells objects of one name apart, and what is of another platform is no counterpart", async () => {
    const left = await seal("own", [policy("a", "Edge", { platforms: "windows10" })]);
    const [mac, windows] = [
      policy("b", "Edge", { platforms: "macOS" }),
      policy("c", "Edge", { platforms: "windows10" }),
    ];
    const both = await compare(left, await seal("foreign", [mac, windows]), { change: "added" });
    expect(rowsOf(both.body)).toEqual(["b null added"]);
    expect(both.body.counts).toMatchObject({ unchanged: 1, added: 1, ambiguous: 0 });
    const other = await compare(left, await seal("foreign", [mac]));
    expect(other.body.items).toMatchObject([{ id: "a", otherId: "b", change: "incomparable", reason: "other_kind" }]);
  });

  it("names are equal in whatever form Unicode writes them, and in no other", async () => {
    const left = await seal("own", [policy("a", "B\u00fcro"), policy("b", "Edge")]);
    const right = await seal("foreign", [policy("c", "Bu\u0308ro"), policy("d", "edge")]);
    const { body } = await compare(left, right, { change: "unchanged" });
    expect(rowsOf(body)).toEqual([]);
    expect((await compare(left, right)).body.counts).toMatchObject({ changed: 1, added: 1, removed: 1 });
  });

  it("pages have each row once, also where both tenants have an object of one id under two names", async () => {
    const left = await seal("own", [policy("a", "One"), policy("b", "Two")]);
    const right = await seal("foreign", [policy("a", "Three"), policy("b", "Four")]);
    const rows: string[] = [];
    let page: string | null = "";
    while (page !== null) {
      const { body } = await compare(left, right, { limit: "1", ...(page !== "" && { page }) });
      rows.push(...rowsOf(body));
      page = body.nextPage;
    }
    expect(rows).toEqual(["a null removed", "a null added", "b null removed", "b null added"]);
  });

  it("JSON Patch and Markdown speak of portable forms, and who has an answer is not given it again", async () => {
    const left = await seal("own", [policy("a", "Edge", { description: "1" })]);
    const right = await seal("foreign", [policy("b", "Edge", { description: "2" })]);
    const patch = await compareObject(left, right, "a", { format: "json-patch" });
    expect(JSON.parse(patch.text)).toEqual([{ op: "replace", path: "/description", value: "2" }]);
    expect((await compareObject(left, right, "a", { format: "markdown" })).text).toContain("Change: changed");
    const { etag = "" } = (await compare(left, right)).headers;
    const again = await ask("compareTenants", {}, { left, right }, { "if-none-match": etag });
    expect(again.status).toBe(304);
    expect((await ask("compareTenants", {}, { left: right, right: left }, { "if-none-match": etag })).status).toBe(200);
  });

  it("two snapshots of one tenant are matched by their ids, and any two objects of it by choice", async () => {
    const [left, right] = [await seal("own", [policy("a", "One")]), await seal("own", [policy("a", "Renamed")])];
    const { body } = await compare(left, right);
    expect(body.matchedBy).toBe("id");
    expect(body.items).toMatchObject([{ id: "a", otherId: null, otherName: "Renamed", change: "changed" }]);
  });

  it("an inventory whose payloads nobody kept is compared by hashes alone, and the answer says so", async () => {
    const left = await seal("own", [policy("a", "Kept by nobody")]);
    const scope = openTenantScope(tenantIdSchema.parse(world.foreign.id), "run");
    const { inventory } = world.app.storesFor(scope);
    await inventory.write([anInventoryObject({ id: "z", name: "Kept by nobody" })], new Map());
    const { body } = await compare(left, `${world.foreign.id}/inventory`, { text: "Kept by nobody" });
    expect(body.items).toMatchObject([{ id: "a", otherId: "z", change: "changed", detail: "hash" }]);
    expect(body).toMatchObject({ exact: false, right: { kind: "inventory" } });
    const one = await compareObject(left, `${world.foreign.id}/inventory`, "a");
    expect(one.body).toMatchObject({ changes: [], next: { objects: [{ type: "settingsCatalog", id: "z" }] } });
  });

  it("P5.2 who may read one of the two tenants alone compares nothing, from either side", async () => {
    const left = await seal("own", [policy("a", "One")]);
    const right = await seal("foreign", [policy("b", "One")]);
    const answers = await Promise.all(
      [
        { left, right },
        { left: right, right: left },
      ].map((query) => ask("compareTenants", {}, query, {}, world.foreign.owner)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(answers[0]?.body.detail).toBe(answers[1]?.body.detail);
    const own = await ask("compareTenants", {}, { left: right, right }, {}, world.foreign.owner);
    expect(own.status).toBe(200);
  });

  it("a tenant that is suspended is read as before", async () => {
    const left = await seal("own", [policy("a", "One")]);
    const right = await seal("foreign", [policy("b", "One")]);
    const params = { tenantId: world.foreign.id };
    const body = { reason: "Contract ended" };
    const headers = { "if-match": "*" };
    const paused = await world.send(routeNamed("suspendTenant"), { params, body, headers }, world.foreign.owner);
    expect(paused.status).toBe(200);
    expect((await compare(left, right)).status).toBe(200);
  });
});

describe("hard cases, through the routes", () => {
  const setting = (id: string, value: JsonValue) => ({
    settingInstance: { settingDefinitionId: id, simpleSettingValue: { value } },
  });
  const withSettings = (settings: readonly JsonValue[]) => [policy("a", "Baseline", { settings })];
  const others = (type: string, payloads: readonly OtherObject["payload"][]): What => ({
    others: payloads.map((payload) => ({ type, payload })),
  });
  const diff = async (before: Promise<string>, after: Promise<string>) => {
    const [left, right] = [await before, await after];
    return (await compare(left, right, { details: "counts" })).body;
  };

  it("two firewall rules that swap their ports are two changes of one policy (hard case 1)", async () => {
    const rule = (name: string, port: number) => ({
      children: [
        { settingDefinitionId: "rule_name", simpleSettingValue: { value: name } },
        { settingDefinitionId: "rule_port", simpleSettingValue: { value: port } },
      ],
    });
    const rules = (...items: readonly JsonValue[]) =>
      withSettings([{ settingInstance: { settingDefinitionId: "rules", groupSettingCollectionValue: items } }]);
    const body = await diff(
      seal("own", rules(rule("Web", 80), rule("Mail", 25))),
      seal("own", rules(rule("Web", 25), rule("Mail", 80))),
    );
    expect(body.items).toMatchObject([{ id: "a", counts: { changed: 2, added: 0, removed: 0, moved: 0 } }]);
  });

  it("a setting put in front of 118 is one that was added (hard case 2)", async () => {
    const before = Array.from({ length: 118 }, (_, index) => ({ id: String(index), ...setting(`s${index}`, index) }));
    const after = [setting("new", 1), ...before].map((each, index) => ({ ...each, id: String(index) }));
    const body = await diff(seal("own", withSettings(before)), seal("own", withSettings(after)));
    expect(body.items).toMatchObject([{ counts: { added: 1, removed: 0, changed: 0, moved: 0 } }]);
  });

  it("a compliance policy that is saved unchanged does not differ, and its grace period is one change (hard case 3)", async () => {
    const saved = (id: string, gracePeriodHours: number) =>
      seal("own", [], {
        ...others("deviceCompliancePolicy", [
          {
            id: "c",
            displayName: "Compliance",
            scheduledActionsForRule: [
              { id: `rule ${id}`, scheduledActionConfigurations: [{ id, actionType: "block", gracePeriodHours }] },
            ],
          },
        ]),
      });
    expect((await diff(saved("1", 0), saved("2", 0))).counts).toMatchObject({ changed: 0, unchanged: 1 });
    expect((await diff(saved("1", 0), saved("2", 24))).items).toMatchObject([{ counts: { changed: 1, added: 0 } }]);
  });

  it("a property that Microsoft adds to every device configuration changes none and is told once (hard case 5)", async () => {
    const all = (more: Record<string, JsonValue>) =>
      others(
        "deviceConfigurationGeneral",
        ["a", "b", "c"].map((id) => ({ id, displayName: `Restrictions ${id}`, cameraBlocked: true, ...more })),
      );
    const body = await diff(seal("own", [], all({})), seal("own", [], all({ newSwitchBlocked: false })));
    expect(body).toMatchObject({ items: [], exact: true, counts: { changed: 0, unchanged: 3 } });
    expect(body.appeared).toEqual([{ type: "deviceConfigurationGeneral", place: "/newSwitchBlocked", objects: 3 }]);
  });

  it("a group that is renamed changes nothing that is assigned to it in its own tenant (hard case 6)", async () => {
    const assigned = [policy("a", "BitLocker", assignedTo(groupHere))];
    const body = await diff(
      seal("own", assigned, groupCalled(groupHere, "Sales")),
      seal("own", assigned, groupCalled(groupHere, "Sales EMEA")),
    );
    expect(body.items.map(({ type }: Record<string, string>) => type)).toEqual(["group"]);
  });

  it("a contract that gains an unordered list, loses it and gains it again makes no difference (hard case 10)", async () => {
    const tagged = (formId: string, ...roleScopeTagIds: readonly string[]) =>
      seal("own", [policy("a", "Edge", { roleScopeTagIds })], { formId });
    const [older, newer, again] = [tagged("ordered", "1", "2"), tagged("bag", "2", "1"), tagged("ordered", "1", "2")];
    for (const [left, right] of [[older, newer] as const, [newer, again] as const, [older, again] as const])
      expect((await diff(left, right)).counts).toMatchObject({ changed: 0, unchanged: 1 });
  });
});
