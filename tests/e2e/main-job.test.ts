import { expect, test } from "vitest";
import { contracts } from "../../config/graph-contracts/registry.ts";
import { clientOf } from "./support/client.ts";
import { entriesOf, payloadOf, type Run, snapshotOf, syncInventory, takeSnapshot } from "./support/run.ts";
import { sharedStack } from "./support/shared-stack.ts";
import { aPolicy, aTenant, policies } from "./support/tenant.ts";

test("P1.3 a snapshot of a demo tenant holds every object of every type, sealed and complete", async () => {
  const stack = await sharedStack();
  const tenant = stack.ready.tenants[0];
  if (!tenant) throw new Error("The stack has a demo tenant.");
  const client = await clientOf(stack, "operator");

  const run = await takeSnapshot(stack, client, tenant.id);

  expect(run).toMatchObject({ status: "completed", outcome: "succeeded", failures: [] });
  const [snapshot, entries] = await Promise.all([snapshotOf(client, run), entriesOf(client, run)]);
  expect(snapshot).toMatchObject({ state: "complete", gaps: [] });
  expect(run.counts).toMatchObject({
    total: entries.length,
    succeeded: entries.length,
    failed: 0,
    skipped: 0,
    gaps: 0,
  });
  const { control } = stack.servers.graph;
  // Groups are read when something names them, and the settings of a tenant have no id of their own in Graph; what is no
  // type, such as subscriptions and names of settings, is no configuration.
  const apart = ["/groups", "/deviceManagement/settings"];
  const configuration = new Set(contracts.map(({ path }) => path));
  expect(entries.filter(({ type }) => type === "deviceManagementSettings")).toHaveLength(1);
  for (const path of control.collections().filter((each) => configuration.has(each) && !apart.includes(each))) {
    const ids = control.objects(tenant.id, path).map(({ id }) => id);
    const stored = entries.map(({ id }) => id);
    expect(stored, path).toEqual(expect.arrayContaining(ids));
  }
  // More types than collections: objects of one collection are told apart.
  const filled = control.collections().filter((path) => control.objects(tenant.id, path).length > 0);
  expect(new Set(entries.map(({ type }) => type)).size).toBeGreaterThan(filled.length);
});

test("pitfall 3 a policy with more settings than a page comes out with every one of them", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const long = aPolicy("Long", 118);
  tenant.put(policies, [long, aPolicy("Short", 1)]);
  const client = await clientOf(stack, "operator");
  const run = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  const payload = await payloadOf(client, run, { type: "settingsCatalog", id: long.id });
  expect(Object(payload).settings).toEqual(long["settings"]);
});

test("P1.1 a sync updates the inventory and stores no payload", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  tenant.put(policies, [aPolicy("Seen")]);
  const client = await clientOf(stack, "operator");
  const run = await syncInventory(stack, client, tenant.id, ["settingsCatalog"]);
  expect(run).toMatchObject({ outcome: "succeeded", result: { objectsAdded: 0, bytesAdded: 0 } });
  const { json } = await client.get(`/tenants/${tenant.id}/inventory?type=settingsCatalog`);
  expect(Object(json).items).toMatchObject([
    { name: "Seen", type: "settingsCatalog", state: "present", platform: "windows10" },
  ]);
  expect((await client.get(`/tenants/${tenant.id}/snapshots`)).json).toEqual({ items: [], nextPage: null });
});

test("P1.2 an object is missing only after a complete listing and a 404 on the object itself", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const [kept, gone] = [aPolicy("Kept"), aPolicy("Gone")];
  tenant.put(policies, [kept, gone]);
  const client = await clientOf(stack, "operator");
  const sync = () => syncInventory(stack, client, tenant.id, ["settingsCatalog"]);
  await sync();
  const unchanged = await sync();
  stack.servers.graph.control.deleteObject(tenant.id, policies, gone.id);
  const last = await sync();
  const { items } = Object((await client.get(`/tenants/${tenant.id}/inventory`)).json);
  const seenSince = (name: string, run: Run): boolean =>
    items.some((object: { name: string; lastSeenAt: string }) => {
      return object.name === name && object.lastSeenAt >= (run.startedAt ?? "never");
    });
  expect(items.map(({ name, state }: Record<string, string>) => `${name} ${state}`).sort()).toEqual([
    "Gone missing",
    "Kept present",
  ]);
  // Nothing was written of either by the second run, and yet both were seen in it.
  expect([seenSince("Kept", last), seenSince("Gone", unchanged), seenSince("Gone", last)]).toEqual([true, true, false]);
});

test("each snapshot gives back the payload of its own time, and an unchanged object costs no bytes", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const [edited, still] = [aPolicy("Edited"), aPolicy("Still")];
  tenant.put(policies, [edited, still]);
  const client = await clientOf(stack, "operator");
  const before = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  stack.servers.graph.control.patchObject(tenant.id, policies, edited.id, { description: "changed" });
  const after = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);

  expect(before.result).toMatchObject({ objectsAdded: 2 });
  expect(after.result).toMatchObject({ objectsAdded: 1 });
  const object = { type: "settingsCatalog", id: edited.id };
  expect(await payloadOf(client, before, object)).toMatchObject({ description: "" });
  expect(await payloadOf(client, after, object)).toMatchObject({ description: "changed" });
  const hashes = (await Promise.all([entriesOf(client, before), entriesOf(client, after)])).map(
    (entries) => entries.find(({ id }) => id === edited.id)?.configurationHash,
  );
  expect(hashes[0]).not.toBe(hashes[1]);
});

test("an object that changes only in volatile properties has another payloadHash and the same configurationHash", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const policy = aPolicy("Touched");
  tenant.put(policies, [policy]);
  const client = await clientOf(stack, "operator");
  const before = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  const touched = { lastModifiedDateTime: "2026-05-05T05:05:05Z" };
  stack.servers.graph.control.patchObject(tenant.id, policies, policy.id, touched);
  const after = await takeSnapshot(stack, client, tenant.id, ["settingsCatalog"]);
  const [[one], [two]] = await Promise.all([entriesOf(client, before), entriesOf(client, after)]);
  expect(one?.payloadHash).not.toBe(two?.payloadHash);
  expect(one?.configurationHash).toBe(two?.configurationHash);
});

test("an empty tenant is a success, and its snapshot is complete", async () => {
  const stack = await sharedStack();
  const tenant = await aTenant(stack);
  const client = await clientOf(stack, "operator");
  const run = await takeSnapshot(stack, client, tenant.id);
  expect(run).toMatchObject({ outcome: "succeeded", counts: { total: 0, processed: 0 } });
  expect(await snapshotOf(client, run)).toMatchObject({ state: "complete", size: 0 });
});
