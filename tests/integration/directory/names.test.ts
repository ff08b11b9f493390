import { beforeEach, describe, expect, it } from "vitest";
import { toGroup } from "../../../src/domain/directory/group.ts";
import type { DirectoryRepository } from "../../../src/domain/directory/repository.ts";
import { listGroups, nameGroups } from "../../../src/use-cases/directory/name-groups.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const asOf = "2026-03-01T08:00:00.000Z";
const ids = {
  cached: "11111111-0000-4000-8000-000000000001",
  deleted: "11111111-0000-4000-8000-000000000002",
  observed: "11111111-0000-4000-8000-000000000003",
  unknown: "11111111-0000-4000-8000-000000000004",
};

let directory: DirectoryRepository;
beforeEach(async () => {
  const stores = its.product.storesFor(its.scope);
  directory = stores.directory;
  const groups = [
    toGroup(ids.cached, { displayName: "Sales" }, undefined),
    { ...toGroup(ids.deleted, { displayName: "Salvage" }, undefined), deletedAt: asOf },
  ];
  await directory.write(groups.map((group) => ({ group, version: undefined })));
  const objects = [
    anInventoryObject({ type: "group", id: ids.observed, name: "Observed" }),
    anInventoryObject({ type: "group", id: ids.cached, name: "Sales of before" }),
  ];
  await stores.inventory.write(objects, new Map());
});

describe("S7 names of groups", () => {
  it("come from the directory cache, else from what runs observed; an id that neither knows is left out", async () => {
    await directory.keepState({ link: "https://graph.example/link", asOf });
    const { items, ...aged } = await nameGroups(its.product, its.scope, [
      ...Object.values(ids),
      ids.cached.toUpperCase(),
    ]);
    expect(items.map(({ name, source, deletedAt }) => [name, source, deletedAt])).toEqual([
      ["Observed", "inventory", null],
      ["Sales", "directory", null],
      ["Salvage", "directory", asOf],
    ]);
    expect(aged).toEqual({ asOf, nextPage: null });
  });

  it("a search is by the beginning in any case, passes over what is deleted, and says how old it is", async () => {
    expect(await listGroups(its.product, its.scope, { text: "SAL" }, { limit: 10, page: null })).toMatchObject({
      items: [{ name: "Sales", kind: "security" }],
      asOf: null,
    });
    const { items } = await listGroups(its.product, its.scope, { text: "ales" }, { limit: 10, page: null });
    expect(items).toEqual([]);
  });

  it("a page of a search ends where the next begins, and reads no more than it answers", async () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      toGroup(
        `22222222-0000-4000-8000-${String(index).padStart(12, "0")}`,
        { displayName: `Zone ${index}` },
        undefined,
      ),
    );
    await directory.write(many.map((group) => ({ group, version: undefined })));
    const first = await listGroups(its.product, its.scope, { text: "zone" }, { limit: 200, page: null });
    const second = await listGroups(its.product, its.scope, { text: "zone" }, { limit: 200, page: first.nextPage });
    const names = new Set([...first.items, ...second.items].map(({ name }) => name));
    expect([first.items.length, second.items.length, names.size, second.nextPage]).toEqual([200, 100, 300, null]);
  });
});
