import { beforeEach, describe, expect, it } from "vitest";
import type { AssignmentTarget } from "../../../src/domain/graph/edge.ts";
import type { InventoryObject } from "../../../src/domain/inventory/inventory-object.ts";
import type { InventoryQuestion } from "../../../src/domain/inventory/inventory-question.ts";
import type { TenantStores } from "../../../src/domain/store/tenant-stores.ts";
import { listAssignments } from "../../../src/use-cases/assignment/list-assignments.ts";
import { changeIgnore } from "../../../src/use-cases/inventory/change-ignore.ts";
import { countInventory, listInventory } from "../../../src/use-cases/inventory/list-inventory.ts";
import { readInventoryObject } from "../../../src/use-cases/inventory/read-inventory-object.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const everyPage = { limit: 1_000, page: null };
const ada = { kind: "user", id: "ada", name: "Ada" } as const;
const guidOf = (index: number): string => `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, "0")}`;
const [sales, gone, unknown, filter, lostFilter] = [1, 2, 3, 4, 5].map(guidOf) as [
  string,
  string,
  string,
  string,
  string,
];

const aTarget = (given: Partial<AssignmentTarget> = {}): AssignmentTarget => ({
  target: "group",
  mode: "include",
  groupId: null,
  filterId: null,
  filterType: null,
  intent: null,
  ...given,
});

let stores: TenantStores;
beforeEach(() => {
  stores = its.product.storesFor(its.scope);
});

const deps = () => ({ storesFor: its.product.storesFor, clock: its.clock, newId: its.product.newId });

async function put(...objects: Partial<InventoryObject>[]): Promise<void> {
  await stores.inventory.write(objects.map(anInventoryObject), new Map());
}

async function idsThat(question: InventoryQuestion): Promise<string[]> {
  const { items } = await listInventory(deps(), its.scope, question, everyPage);
  expect(await countInventory(deps(), its.scope, question)).toBe(items.length);
  return items.map(({ id }) => id);
}

const aGroup = (id: string, deletedAt: string | null = null) => ({
  id,
  name: `Group ${id.slice(-1)}`,
  description: null,
  kind: "security" as const,
  isDynamic: false,
  ruleHash: null,
  isRoleAssignable: false,
  isOnPremises: false,
  deletedAt,
});

describe("what is asked of the edges of the inventory", () => {
  it("what uses an object is found by its guid in any case, and by kind and id where the id is no guid", async () => {
    const via = "x";
    await put(
      { id: "a", edges: [{ to: "mobileApp", id: sales, via }] },
      { id: "b", edges: [{ to: "roleScopeTag", id: "3", via }] },
      { id: "c", edges: [{ to: "termsOfUse", id: "3", via }] },
      { id: "d", edges: [{ to: "mobileApp", id: sales, via }], state: "missing" },
    );
    expect(await idsThat({ uses: { type: "winGetApp", id: sales.toUpperCase() } })).toEqual(["a"]);
    expect(await idsThat({ uses: { type: "roleScopeTag", id: "3" } })).toEqual(["b"]);
    expect(await idsThat({ uses: { type: "mobileApp", id: "mobileApp" } })).toEqual([]);
  });

  it("assigned to a group, to everybody, or to nobody where an object could be assigned", async () => {
    await put(
      { id: "group", targets: [aTarget({ groupId: sales })] },
      { id: "not-group", targets: [aTarget({ groupId: sales, mode: "exclude" }), aTarget({ target: "allUsers" })] },
      { id: "nobody", targets: [] },
      { id: "never", targets: null },
    );
    expect(await idsThat({ assignedTo: sales })).toEqual(["group"]);
    expect(await idsThat({ assignedTo: "allUsers" })).toEqual(["not-group"]);
    expect(await idsThat({ assignedTo: "allDevices" })).toEqual([]);
    expect(await idsThat({ isUnassigned: true })).toEqual(["nobody"]);
    expect(await idsThat({})).toHaveLength(4);
  });

  it("a target is broken on positive evidence alone: a deleted group, a filter that a complete listing does not have", async () => {
    await put(
      { id: "to-sales", targets: [aTarget({ groupId: sales, filterId: filter })] },
      { id: "to-gone", targets: [aTarget({ groupId: gone })] },
      { id: "to-unknown", targets: [aTarget({ groupId: unknown })] },
      { id: "lost-filter", targets: [aTarget({ target: "allUsers", filterId: lostFilter })] },
      { type: "assignmentFilter", id: filter, name: "Corporate" },
    );
    const write = (...groups: ReturnType<typeof aGroup>[]) =>
      stores.directory.write(groups.map((group) => ({ group, version: undefined })));
    expect(await idsThat({ hasBrokenTarget: true })).toEqual([]);
    await write(aGroup(sales), aGroup(gone, startOfTime));
    expect(await idsThat({ hasBrokenTarget: true })).toEqual(["to-gone"]);
    const later = "2027-01-01T00:00:00.000Z";
    await stores.inventory.noteListed({ at: later, objects: new Map([["assignmentFilter", 1]]) }, ["assignmentFilter"]);
    await stores.directory.keepState({ link: "l", asOf: later });
    expect(await idsThat({ hasBrokenTarget: true })).toEqual(["lost-filter", "to-gone", "to-unknown"]);
    expect(await idsThat({ hasBrokenTarget: true, assignedTo: gone })).toEqual(["to-gone"]);
  });

  it("an object that an older version wrote has no edges yet, and is as it was", async () => {
    const { targets: _targets, edges: _edges, ...before } = anInventoryObject({ id: "old" });
    const document = { ...before, id: "settingsCatalog.old", objectId: "old", schemaVersion: 1 };
    await its.product.cosmos.inventory.items.create({ ...document, tenantId: its.scope.tenantId });
    expect(await stores.inventory.read("settingsCatalog", "old")).toEqual(anInventoryObject({ id: "old" }));
    expect(await idsThat({ isUnassigned: true })).toEqual([]);
  });
});

describe("what reaches a group", () => {
  it("is what includes it, excludes it, or is for everybody; an exclusion wins, and filters are named, not evaluated", async () => {
    await put(
      { id: "both", targets: [aTarget({ groupId: sales }), aTarget({ groupId: sales, mode: "exclude" })] },
      { id: "everyone-but", targets: [aTarget({ target: "allUsers" }), aTarget({ groupId: sales, mode: "exclude" })] },
      { id: "everyone", targets: [aTarget({ target: "allDevices", filterId: filter, filterType: "exclude" })] },
      { id: "in", targets: [aTarget({ groupId: sales, intent: "required" }), aTarget({ groupId: gone })] },
      { id: "other", targets: [aTarget({ groupId: gone })] },
      { type: "assignmentFilter", id: filter, name: "Corporate" },
    );
    await stores.directory.write([{ group: aGroup(sales), version: undefined }]);
    const asked = { groupId: sales.toUpperCase(), withIgnored: false };
    const { items, group, asOf } = await listAssignments(deps(), its.scope, asked, everyPage);
    expect(items.map(({ id, reach }) => [id, reach])).toEqual([
      ["both", "excluded"],
      ["everyone", "everyone"],
      ["everyone-but", "excluded"],
      ["in", "included"],
    ]);
    expect(items[1]?.targets).toMatchObject([{ filterName: "Corporate", filterType: "exclude" }]);
    expect(items[3]?.targets).toMatchObject([{ groupId: sales, intent: "required", filterName: null }]);
    expect([group?.name, asOf]).toEqual(["Group 1", null]);
  });
});

describe("ignoring an object", () => {
  const noisy = { type: "settingsCatalog", id: "noisy" };
  const ignore = (terms: { reason: string; expiresAt: string | null } | null, id = noisy.id) =>
    changeIgnore(deps(), its.scope, { ...noisy, id, terms, actor: ada });
  const at = (seconds: number): string => new Date(its.clock.nowMs() + seconds * 1_000).toISOString();

  it("P6.4 leaves it out of what is asked of edges unless asked for, marks it everywhere else, and is audited", async () => {
    await put({ id: "noisy", targets: [] }, { id: "quiet", targets: [] });
    expect(await ignore({ reason: "Known noise", expiresAt: null })).toMatchObject({ by: { id: "ada" } });
    expect(await idsThat({ isUnassigned: true })).toEqual(["quiet"]);
    expect(await idsThat({ isUnassigned: true, ignored: "true" })).toEqual(["noisy", "quiet"]);
    expect(await idsThat({ ignored: "only" })).toEqual(["noisy"]);
    const { items } = await listInventory(deps(), its.scope, {}, everyPage);
    expect(items.map(({ id, ignored }) => [id, ignored])).toEqual([
      ["noisy", true],
      ["quiet", false],
    ]);
    expect(await readInventoryObject(deps(), its.scope, noisy)).toMatchObject({
      ignored: true,
      ignore: { reason: "Known noise", expiresAt: null, by: { name: "Ada" } },
    });
    expect(await ignore(null)).toBeNull();
    expect(await readInventoryObject(deps(), its.scope, noisy)).toMatchObject({ ignored: false, ignore: null });
    expect(await idsThat({ isUnassigned: true })).toEqual(["noisy", "quiet"]);
    expect(await idsThat({ ignored: "only" })).toEqual([]);
    const { items: entries } = await stores.audit.list({}, everyPage);
    expect(entries.map(({ action, before, after }) => [action, before, after])).toEqual([
      ["inventory.unignored", { reason: "Known noise", expiresAt: null }, null],
      ["inventory.ignored", null, { reason: "Known noise", expiresAt: null }],
    ]);
    expect(entries[0]).toMatchObject({ target: "settingsCatalog/noisy", actor: ada });
  });

  it("ends by itself, and can be said anew", async () => {
    await put({ id: "noisy", targets: [] });
    await ignore({ reason: "For an hour", expiresAt: at(3_600) });
    expect(await idsThat({ isUnassigned: true })).toEqual([]);
    its.clock.passed(3_600_000);
    expect(await idsThat({ isUnassigned: true })).toEqual(["noisy"]);
    await expect(ignore(null)).rejects.toMatchObject({ code: "not_found" });
    await ignore({ reason: "For another", expiresAt: at(3_600) });
    expect(await idsThat({ isUnassigned: true })).toEqual([]);
  });

  it("is refused for what was never observed, for an end that is past, and for what is not ignored", async () => {
    await expect(ignore({ reason: "Why not", expiresAt: null })).rejects.toMatchObject({ code: "not_found" });
    await put({ id: "noisy" });
    await expect(ignore({ reason: "Too late", expiresAt: at(-1) })).rejects.toMatchObject({ code: "invalid_request" });
    await expect(ignore(null)).rejects.toMatchObject({ code: "not_found" });
    expect((await stores.audit.list({}, everyPage)).items).toEqual([]);
  });
});
