import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseDocument } from "../../../src/adapters/cosmos/document.ts";
import { type OperationRun, operationRunSchema } from "../../../src/domain/operation-run/operation-run.ts";
import type { StoresFor } from "../../../src/domain/store/tenant-stores.ts";
import { planOperation } from "../../../src/use-cases/run/plan-operation.ts";
import { inAWorld, type Tenant, type World } from "./a-world.ts";

let world: World;
let tenant: Tenant;
inAWorld((its) => {
  ({ world, tenant } = its);
});

const every = { objectTypes: ["group", "roleScopeTag", "settingsCatalog"], isEveryType: true };

async function aClaimedRun(given: Partial<Parameters<Tenant["start"]>[0]> = every): Promise<OperationRun> {
  const { run } = await tenant.start(given);
  await tenant.dispatch(tenant.messageOf(run));
  return run;
}

describe("a run over every type", () => {
  it("names no type in its document, and all of them once in one beside it", async () => {
    const { run } = await tenant.start(every);
    expect(await tenant.read(run)).toMatchObject({ input: { types: null } });
    expect(await tenant.documentsOf("selection")).toMatchObject([
      { id: `selection-${run.id}`, runId: run.id, types: "group roleScopeTag settingsCatalog" },
    ]);
    const { audit } = await tenant.stores.runs.history(run.id);
    expect(audit).toMatchObject([{ action: "operation.created", after: { types: "all" } }]);
  });

  it("is joined by a start that lists all types, and joins one that does (P6.9)", async () => {
    const { run } = await tenant.start(every);
    expect(await tenant.start({ ...every, isEveryType: false })).toMatchObject({ reused: true, run: { id: run.id } });
    tenant = await world.aTenant();
    const { run: listing } = await tenant.start({ ...every, isEveryType: false });
    expect(await tenant.start(every)).toMatchObject({ reused: true, run: { id: listing.id } });
  });

  it("is planned by the names that stand beside it", async () => {
    const run = await aClaimedRun();
    const typeOf = (key: string) => ({ key, serviceGroup: "one", isReference: key === "group" });
    expect(await planOperation({ stores: tenant.stores, typeOf }, tenant.messageOf(run))).toMatchObject({
      groups: [{ types: ["roleScopeTag", "settingsCatalog"] }],
      references: [{ types: ["group"] }],
    });
  });

  it("does not end as done before each of them is read", async () => {
    const run = await aClaimedRun();
    const end = () => tenant.end({ ...tenant.messageOf(run), reason: "done", failure: null });
    for (const type of ["group", "settingsCatalog"]) await tenant.readPart(run, { type });
    await expect(end()).rejects.toMatchObject({ code: "conflict", target: "roleScopeTag" });
    await tenant.readPart(run, { type: "roleScopeTag" });
    expect(await end()).toBe("succeeded");
  });

  it("is repeated over every type, and over those that failed by name", async () => {
    const run = await aClaimedRun();
    await tenant.readPart(run);
    await tenant.end({ ...tenant.messageOf(run), reason: "cancelled", failure: null });
    const failed = await tenant.retry(await tenant.read(run), "failed");
    expect(failed.run.input.types).toEqual(["group", "roleScopeTag"]);
    const all = await tenant.retry(await tenant.read(run), "all");
    expect(all.run).toMatchObject({ input: { types: null }, activeKey: run.activeKey });
  });

  it("waits for names that cannot be seen yet, because another process wrote them just now", async () => {
    const run = await aClaimedRun();
    await world.product.cosmos.tenantData.item(`selection-${run.id}`, tenant.scope.tenantId).delete();
    await expect(tenant.retry({ ...run, status: "completed" }, "all")).rejects.toMatchObject({ code: "conflict" });
  });
});

/** Reads runs as the release before, which wanted the names of the types. */
const asBefore = parseDocument(
  operationRunSchema.extend({ input: z.object({ types: z.array(z.string()), label: z.string().nullable() }) }),
);

function storesBefore(): StoresFor {
  const read = async (id: string) => {
    const { resource } = await world.product.cosmos.tenantData.item(id, tenant.scope.tenantId).read();
    return asBefore(resource);
  };
  return (scope) => {
    const stores = world.product.storesFor(scope);
    return { ...stores, runs: { ...stores.runs, read } };
  };
}

describe("during a roll-out", () => {
  it("an older worker leaves such a run alone, and a newer one takes it", async () => {
    const { run } = await tenant.start(every);
    const before = await tenant.read(run);
    const older = tenant.dispatch(tenant.messageOf(run), { storesFor: storesBefore() });
    await expect(older).rejects.toMatchObject({ code: "unreadable_document", target: run.id });
    expect(await tenant.read(run)).toEqual(before);
    expect(tenant.workflows.started).toEqual([]);
    expect(await tenant.dispatch(tenant.messageOf(run))).toBe("started");
  });

  it("an older worker still takes a run whose types are named, and a newer one a run of the release before", async () => {
    const { run } = await tenant.start();
    expect(await tenant.dispatch(tenant.messageOf(run), { storesFor: storesBefore() })).toBe("started");
    await tenant.readPart(run);
    expect(await tenant.end({ ...tenant.messageOf(run), reason: "done", failure: null })).toBe("succeeded");
  });
});
