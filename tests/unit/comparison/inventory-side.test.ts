import { describe, expect, it } from "vitest";
import { absenceReasonOf } from "../../../src/domain/comparison/compared-side.ts";
import { presentEntries, typesOfInventory, windowOfInventory } from "../../../src/domain/comparison/inventory-side.ts";
import { neverListed } from "../../../src/domain/inventory/listing.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";

const [before, after] = ["2026-03-01T00:00:00.000Z", "2026-03-02T00:00:00.000Z"];
const whole = { read: "list" } as const;

describe("the inventory as a side", () => {
  it("the inventory as a side comes in the order of manifests, whatever its documents are called", () => {
    const objects = ["b", "a~", "a/", "a"].map((id) => anInventoryObject({ id }));
    const group = anInventoryObject({ id: "z", type: "group" });
    expect(presentEntries([...objects, group]).map(({ id }) => id)).toEqual(["z", "a", "a/", "a~", "b"]);
  });

  it("an object that the inventory knows to be gone is evidence, one that it never saw is none (P6.7)", () => {
    const objects = [
      anInventoryObject({ id: "gone", state: "missing" }),
      anInventoryObject({ id: "odd", state: "unknown" }),
    ];
    const types = typesOfInventory(["settingsCatalog"], objects, { ...neverListed, usual: after }, before);
    const reasonOf = (id: string) => absenceReasonOf(types, { type: "settingsCatalog", id }, whole);
    expect(["gone", "odd", "other"].map(reasonOf)).toEqual([null, "not_observed", "not_observed"]);
    expect(presentEntries(objects)).toEqual([]);
  });

  it("a type that was not listed since the other side was read is incomplete, and one that never was is not read", () => {
    const listing = { ...neverListed, usual: after, apart: { group: before, filter: null } };
    const types = typesOfInventory(["settingsCatalog", "group", "filter"], [], listing, after);
    const reasonOf = (type: string) => absenceReasonOf(types, { type, id: "x" }, whole);
    expect(["settingsCatalog", "group", "filter"].map(reasonOf)).toEqual(["not_observed", "incomplete", "not_read"]);
    expect(windowOfInventory(["settingsCatalog", "group", "filter"], listing)).toEqual({ from: before, to: after });
    expect(windowOfInventory(["settingsCatalog"], neverListed)).toBeNull();
  });
});
