import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { productLimits } from "../../../config/capabilities.ts";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { toDocument } from "../../../src/adapters/cosmos/document.ts";
import type { TenantSwitches } from "../../../src/domain/capability/limits.ts";
import { resolveCapabilities } from "../../../src/domain/capability/resolve-capabilities.ts";
import { systemActor } from "../../../src/domain/operation-run/events.ts";
import type { OverviewFilter, TenantOverview } from "../../../src/domain/platform/tenant-overview.ts";
import { openTenantScope, type TenantId, tenantIdSchema } from "../../../src/domain/tenant-scope/tenant-scope.ts";
import { readOverview } from "../../../src/use-cases/platform/read-overview.ts";
import { applyToTenant } from "../../../src/use-cases/tenant/move-tenant.ts";
import { readOwnOverview } from "../../../src/use-cases/tenant/read-own-overview.ts";
import { aCaller, aHomeTenantId } from "../../builders/a-caller.ts";
import { aHurryingClock } from "../../builders/a-clock.ts";
import { aRun } from "../../builders/a-run.ts";
import { aSchedule } from "../../builders/a-schedule.ts";
import { anAuditEntry } from "../../builders/an-audit-entry.ts";
import { aProduct, type Product } from "../a-product.ts";

let product: Product;
const ids = Array.from({ length: 5 }, () => tenantIdSchema.parse(randomUUID()));
// Two have one name: the id decides between them.
const names = ["Berta", "Anton", "Anton", "Dora", "Caesar"];

const [berta, , , dora, caesar] = ids;
if (!berta || !dora || !caesar) throw new Error("There are five.");

beforeAll(async () => {
  product = await aProduct();
  for (const [position, id] of ids.entries()) await product.addTenant(id, names[position]);
});
afterAll(() => product[Symbol.asyncDispose]());

/** A product of two object types. */
const capabilitiesWith = ({ withheld }: TenantSwitches) =>
  resolveCapabilities(contracts, productLimits).map((each) => {
    const isOn = ["deviceCategory", "settingsCatalog"].includes(each.type) && !withheld.includes(each.type);
    return { ...each, snapshot: isOn };
  });

const deps = () => ({ aggregation: product.aggregation, storesFor: product.storesFor, capabilitiesWith });

async function pages(limit: number, filter: OverviewFilter = {}): Promise<TenantOverview[][]> {
  const found: TenantOverview[][] = [];
  for (let page: string | null = null, more = true; more; ) {
    const answer = await readOverview(deps(), filter, { limit, page });
    found.push([...answer.items]);
    page = answer.nextPage;
    more = page !== null;
  }
  return found;
}

async function overviewOf(id: TenantId): Promise<TenantOverview | undefined> {
  return (await pages(100)).flat().find((each) => each.id === id);
}

/** A schedule with a promise in some state, as the timer leaves it. */
async function addPromise(tenantId: TenantId, state: "kept" | "broken"): Promise<string> {
  const id = `schedule-${product.newId()}`;
  const at = "2026-03-01T08:00:00.000Z";
  const schedule = aSchedule({ promise: { state, since: at, lastCompleteAt: null } });
  await product.cosmos.tenantData.items.create(toDocument("schedule", id, tenantId, schedule));
  return id;
}

describe("P5.2 the overview of all tenants", () => {
  it.each([1, 2, 3, 5, 100])("is by name and id, in pages of %i without a repeat or a loss", async (limit) => {
    const all = await pages(limit);
    expect(all.every(({ length }) => length <= limit)).toBe(true);
    expect(all.flat().map(({ name }) => name)).toEqual(["Anton", "Anton", "Berta", "Caesar", "Dora"]);
    expect(new Set(all.flat().map(({ id }) => id)).size).toBe(5);
  });

  it("refuses a page that it never gave", async () => {
    for (const page of ["nonsense", Buffer.from("x y").toString("base64url")]) {
      await expect(readOverview(deps(), {}, { limit: 1, page })).rejects.toMatchObject({
        code: "invalid_request",
      });
    }
  });

  it("says nothing of a tenant that nothing happened in", async () => {
    expect(await overviewOf(dora)).toMatchObject({
      state: "active",
      paused: false,
      lastComplete: null,
      lastRun: null,
      brokenPromises: [],
      readiness: null,
    });
  });

  it("P5.3 counts the permissions that the last check found missing and in excess, and reads no more of what it found", async () => {
    const cost = async (): Promise<number> => {
      product.server.control.resetCharges();
      await pages(100);
      return product.server.control.charges().total.requestUnits;
    };
    const without = await cost();
    const serving = { permission: "Group.Read.All", serves: ["group"] };
    const application = { consented: true, code: null, granted: Array<typeof serving>(40).fill(serving) };
    await product.storesFor(openTenantScope(berta, "run")).readiness.keep({
      asOf: "2026-03-01T08:00:00.000Z",
      runId: "r",
      startedAt: "2026-03-01T08:00:00.000Z",
      state: "attention",
      applications: [
        { kind: "read", ...application, missing: [serving], excess: [{ permission: "Mail.Read", why: "unused" }] },
        { kind: "write", ...application, missing: [serving], excess: [] },
      ],
      licences: [],
      intune: "present",
      approvalPolicies: [],
      samples: [],
      unknown: [],
    });
    expect((await overviewOf(berta))?.readiness).toEqual({
      asOf: "2026-03-01T08:00:00.000Z",
      state: "attention",
      missing: 2,
      excess: 1,
    });
    expect((await cost()) - without).toBeLessThan(1);
  });

  it("names the newest complete snapshot, not one with gaps, and the newest run, active or not", async () => {
    const { runs, snapshots } = product.storesFor(openTenantScope(berta, "run"));
    const sealed = { ...aSnapshot(berta, "one", "2026-03-01T08:00:00.000Z"), state: "complete" } as const;
    await snapshots.seal(sealed);
    await snapshots.seal({ ...aSnapshot(berta, "two", "2026-03-02T08:00:00.000Z"), state: "complete_with_gaps" });
    const run = aRun({ id: product.newId(), tenantId: berta });
    await runs.create(run, {});
    expect(await overviewOf(berta)).toMatchObject({
      lastComplete: { snapshotId: "snapshot-one", sealedAt: sealed.sealedAt, objects: 3 },
      lastRun: { id: run.id, type: "snapshot.take", status: "queued", outcome: "pending" },
    });
  });

  it("names no snapshot of some of the types: what counts is each type that is on for the tenant now", async () => {
    const { snapshots, tenant } = product.storesFor(openTenantScope(caesar, "run"));
    const lastOf = async () => (await overviewOf(caesar))?.lastComplete?.snapshotId;
    const whole = aSnapshot(caesar, "whole", "2026-03-01T08:00:00.000Z");
    const part = aSnapshot(caesar, "part", "2026-03-02T08:00:00.000Z");
    await snapshots.seal({ ...part, state: "complete", types: ["settingsCatalog"] });
    expect(await lastOf()).toBeUndefined();
    await snapshots.seal({ ...whole, state: "complete" });
    expect(await lastOf()).toBe("snapshot-whole");
    const { switches, version } = await tenant.switches();
    await tenant.replaceSwitches({
      switches: { ...switches, withheld: ["deviceCategory"] },
      version,
      audit: anAuditEntry(caesar),
    });
    expect(await lastOf()).toBe("snapshot-part");
  });

  it("S10 names each broken promise, can be narrowed to them, and counts them", async () => {
    const before = await product.aggregation.overviewTotals();
    const broken = await addPromise(caesar, "broken");
    await addPromise(caesar, "kept");
    await addPromise(dora, "kept");
    const narrowed = (await pages(100, { promise: "broken" })).flat();
    expect(narrowed.map(({ id }) => id)).toEqual([caesar]);
    expect(narrowed[0]?.brokenPromises).toEqual([
      { scheduleId: broken, promiseHours: 26, since: "2026-03-01T08:00:00.000Z", lastCompleteAt: null },
    ]);
    const after = await product.aggregation.overviewTotals();
    expect(after).toEqual({ ...before, brokenPromises: before.brokenPromises + 1 });
    expect((await product.aggregation.brokenPromises()).map(({ id }) => id)).toEqual([broken]);
  });

  it("can be narrowed to tenants that need attention, with the reason", async () => {
    const refused = { kind: "sign_in_refused", code: "graph_consent_missing" } as const;
    await applyToTenant({ ...product, clock: aHurryingClock() }, openTenantScope(dora, "run"), refused, systemActor);
    const narrowed = (await pages(1, { state: "attention" })).flat();
    expect(narrowed).toMatchObject([{ id: dora, stateReason: "graph_consent_missing" }]);
    expect((await product.aggregation.overviewTotals()).attention).toBe(1);
  });

  it("can be narrowed to a part of the name, in any case, with the other filters", async () => {
    const narrowed = (await pages(1, { text: "NTO" })).flat();
    expect(narrowed.map(({ name }) => name)).toEqual(["Anton", "Anton"]);
    expect((await pages(100, { text: "nto", promise: "broken" })).flat()).toEqual([]);
    expect((await pages(100, { text: "%" })).flat()).toEqual([]);
  });

  it("the overview of a member is of the tenants that the role may read, whatever the filter", async () => {
    const member = aCaller();
    const own = async (filter: OverviewFilter = {}) =>
      (
        await readOwnOverview({ ...deps(), firstPlatformTenant: aHomeTenantId }, member, filter, {
          limit: 100,
          page: null,
        })
      ).items.map(({ id }) => id);
    expect(await own()).toEqual([]);
    await product.addMember(berta, member.id, "reader");
    await product.addMember(dora, member.id, "unknown");
    expect(await own()).toEqual([berta]);
    // The broken promise is of another tenant.
    expect(await own({ promise: "broken" })).toEqual([]);
    await product.addMember(caesar, member.id, "owner");
    expect(await own()).toEqual([berta, caesar]);
    expect(await own({ promise: "broken" })).toEqual([caesar]);
    expect(await own({ text: "dora" })).toEqual([]);
  });

  it("is refused to a client without the mark of the aggregation (runs.md 11)", async () => {
    const all = product.cosmos.tenantData.items.query("SELECT * FROM c WHERE c.kind = 'tenant'");
    await expect(all.fetchAll()).rejects.toThrow();
  });
});

function aSnapshot(tenantId: TenantId, name: string, sealedAt: string) {
  return {
    id: `snapshot-${name}`,
    tenantId,
    runId: name,
    label: null,
    createdAt: sealedAt,
    sealedAt,
    window: { from: sealedAt, to: sealedAt },
    counts: { total: 3, processed: 3, succeeded: 3, failed: 0, skipped: 0, gaps: 0 },
    gaps: [],
    rootHash: "0".repeat(64),
    manifestVersion: null,
    immutability: { state: "not_enforced" } as const,
    types: ["deviceCategory", "settingsCatalog"],
    size: 1,
  };
}
