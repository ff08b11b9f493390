import { expect, it } from "vitest";
import { isoTime } from "../../../src/domain/clock/clock.ts";
import type { Part, TypeResult } from "../../../src/domain/observation/part.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import { inAWorld, type Tenant } from "./a-world.ts";

let tenant: Tenant;
inAWorld(async (its) => {
  ({ tenant } = its);
  const objects = ["group", "roleScopeTag", "settingsCatalog"].map((type) => anInventoryObject({ type, id: "1" }));
  await tenant.stores.inventory.write(objects, new Map());
});

type Reason = Parameters<Tenant["end"]>[0]["reason"];

/** A run that read three types, and ended so; answers when its reading began. */
async function aRunOver(given: Partial<TypeResult & Part>, reason: Reason = "done"): Promise<string> {
  const { run } = await tenant.start({ objectTypes: ["group", "roleScopeTag", "settingsCatalog"] });
  await tenant.dispatch(tenant.messageOf(run));
  tenant.clock.passed(60_000);
  const began = isoTime(tenant.clock.nowMs());
  await tenant.readPart(run);
  await tenant.readPart(run, { type: "group" });
  await tenant.readPart(run, { type: "roleScopeTag", ...given });
  await tenant.end({ ...tenant.messageOf(run), reason, failure: null });
  return began;
}

async function lastSeen(): Promise<unknown> {
  const { items } = await tenant.stores.inventory.list({}, { limit: 10, page: null });
  return Object.fromEntries(items.map(({ type, lastSeenAt }) => [type, lastSeenAt]));
}

const before = anInventoryObject().lastSeenAt;
const incomplete = { state: "incomplete", code: "graph_forbidden", message: "No permission." } as const;

it("a run that ends notes what it listed completely: objects of these types were seen then", async () => {
  const began = await aRunOver({});
  expect(await lastSeen()).toEqual({ group: before, roleScopeTag: began, settingsCatalog: began });
  expect(await tenant.documentsOf("listing")).toMatchObject([
    { usual: began, apart: { group: null }, objects: { roleScopeTag: 1, settingsCatalog: 1 } },
  ]);
});

it("a type that was not listed completely is not noted", async () => {
  const first = await aRunOver({});
  const second = await aRunOver({ typeState: incomplete });
  expect(second > first).toBe(true);
  expect(await lastSeen()).toEqual({ group: before, roleScopeTag: first, settingsCatalog: second });
});

it("a run that somebody cancelled notes what was listed before", async () => {
  const began = await aRunOver({ typeState: incomplete }, "cancelled");
  expect(await lastSeen()).toEqual({ group: before, roleScopeTag: before, settingsCatalog: began });
});

it("the newer listing of a type stays when a run whose reading began before ends after it", async () => {
  const began = await aRunOver({});
  await aRunOver({ window: { from: before, to: before } });
  expect(await lastSeen()).toEqual({ group: before, roleScopeTag: began, settingsCatalog: began });
});
