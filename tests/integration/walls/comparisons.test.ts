import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoUsers } from "../../../local/stack/demo-directory.ts";
import { openTenantScope, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { routeNamed } from "../../../tools/soak/walls/route-named.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import { type Sealed, sealSnapshot, type TwoTenants, twoTenants } from "./two-tenants.ts";

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
async function seal(side: "own" | "foreign", objects: Sealed["objects"], named: Sealed["named"] = []): Promise<string> {
  sealed += 1;
  const scope = openTenantScope(tenantIdSchema.parse(world[side].id), "run");
  const runId = `run${String(sealed).padStart(23, "0")}`;
  return `${world[side].id}/${await sealSnapshot(world, scope, { runId, label: "x", objects, named })}`;
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
const group = (id: string, name: string) => ({ type: "group", id, name });
const policy = (id: string, name: string, more = {}) => ({ id, name, ...more });
const assignedTo = (groupId: string) => ({
  assignments: [{ target: { "@odata.type": "#microsoft.graph.groupAssignmentTarget", groupId } }],
});

describe("two tenants", () => {
  it("objects are paired by exact name and compared by the names of what they refer to: a group renamed is one change (RC10, hard case 6)", async () => {
    const left = await seal("own", [policy("a", "BitLocker", assignedTo(groupHere))], [group(groupHere, "Sales")]);
    const right = (name: string) =>
      seal("foreign", [policy("b", "BitLocker", assignedTo(groupThere))], [group(groupThere, name)]);
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
    const [left, right] = [await seal("own", copied, [group(groupHere, "Sales")]), await seal("foreign", copied)];
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
