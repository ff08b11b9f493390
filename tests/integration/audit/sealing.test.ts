import { describe, expect, it } from "vitest";
import { toDocument } from "../../../src/adapters/cosmos/document.ts";
import { parseDigest } from "../../../src/domain/audit/digest.ts";
import type { TenantStores } from "../../../src/domain/store/tenant-stores.ts";
import { noTelemetry } from "../../../src/domain/telemetry/telemetry.ts";
import { awaitDigests, sealAudit } from "../../../src/use-cases/audit/seal-audit.ts";
import { sealEntries } from "../../../src/use-cases/audit/seal-entries.ts";
import { anAuditEntry } from "../../builders/an-audit-entry.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();

const stores = () => its.product.storesFor(its.scope);

async function addEntries(...ids: string[]): Promise<void> {
  for (const id of ids) await stores().audit.add(anAuditEntry(its.scope.tenantId, { id }));
}

/** Ids of the entries of each digest, as the blobs have them. */
async function sealed(): Promise<string[][]> {
  const found: string[][] = [];
  for (let number = 1; ; number += 1) {
    const stored = await stores().digests.read(number);
    if (stored.state !== "there") return found;
    found.push((parseDigest(stored.text)?.entries ?? []).map(({ id }) => id));
  }
}

async function digestsInDatabase(): Promise<Record<string, number | null>> {
  const { items } = await stores().audit.standings({ limit: 1_000, page: null });
  return Object.fromEntries(items.map(({ id, digest }) => [id, digest]));
}

/** A sealer that dies at its n-th call, before or after what the call does. */
function dyingAt(n: number, moment: "before" | "after"): Pick<TenantStores, "audit" | "digests"> {
  let calls = 0;
  const dying =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      if (calls === n && moment === "before") throw new Error("killed");
      const answer = await call(...args);
      if (calls === n) throw new Error("killed");
      return answer;
    };
  const { audit, digests } = stores();
  return {
    audit: {
      ...audit,
      head: dying(() => audit.head()),
      unsealed: dying((...rest) => audit.unsealed(...rest)),
      seal: dying((...rest) => audit.seal(...rest)),
    },
    digests: { create: dying((...rest) => digests.create(...rest)), read: dying((...rest) => digests.read(...rest)) },
  };
}

describe("sealing", () => {
  it("seals what waits in order of time and id, and each digest names the one before it", async () => {
    await addEntries("audit-b", "audit-a");
    expect(await sealEntries(stores())).toBe(1);
    await addEntries("audit-c");
    expect(await sealEntries(stores())).toBe(1);
    expect(await sealEntries(stores())).toBe(0);
    expect(await sealed()).toEqual([["audit-a", "audit-b"], ["audit-c"]]);
    expect(await digestsInDatabase()).toEqual({ "audit-a": 1, "audit-b": 1, "audit-c": 2 });
    const [one, two] = await Promise.all([1, 2].map((number) => stores().digests.read(number)));
    const texts = [one, two].map((each) => (each?.state === "there" ? each.text : ""));
    expect(parseDigest(texts[1] ?? "")?.before).toBe(parseDigest(texts[0] ?? "")?.hash);
    expect(await stores().audit.head()).toMatchObject({ number: 2, hash: parseDigest(texts[1] ?? "")?.hash });
  });

  it("seals at most 99 entries together, until none is left", async () => {
    const ids = Array.from({ length: 205 }, (_, n) => `audit-${String(n).padStart(3, "0")}`);
    await Promise.all(ids.map((id) => addEntries(id)));
    expect(await sealEntries(stores())).toBe(3);
    expect((await sealed()).map((each) => each.length)).toEqual([99, 99, 7]);
    expect((await sealed()).flat()).toEqual(ids);
  });

  it("a sealer that is killed at any of its lines leaves every entry to be sealed exactly once", async () => {
    await addEntries("audit-0");
    await sealEntries(stores());
    let deaths = 0;
    for (let n = 1; n <= 12; n += 1) {
      for (const moment of ["before", "after"] as const) {
        await addEntries(`audit-${n}-${moment}-1`, `audit-${n}-${moment}-2`);
        const isKilled = await sealEntries(dyingAt(n, moment)).then(
          () => false,
          () => true,
        );
        if (isKilled) deaths += 1;
        await addEntries(`audit-${n}-${moment}-late`);
        await sealEntries(stores());
      }
    }
    expect(deaths).toBeGreaterThan(8);
    const all = (await sealed()).flat();
    expect(new Set(all).size).toBe(all.length);
    const inDatabase = await digestsInDatabase();
    expect(new Set(all)).toEqual(new Set(Object.keys(inDatabase)));
    for (const [position, ids] of (await sealed()).entries())
      for (const id of ids) expect(inDatabase[id]).toBe(position + 1);
  }, 60_000);

  it("two sealers at once mean the same entries, and one of them makes each digest", async () => {
    const ids = Array.from({ length: 150 }, (_, n) => `audit-${String(n).padStart(3, "0")}`);
    await Promise.all(ids.map((id) => addEntries(id)));
    const other = its.product.another().storesFor(its.scope);
    await Promise.all([sealEntries(stores()), sealEntries(other)]);
    await sealEntries(stores());
    expect((await sealed()).flat()).toEqual(ids);
    expect(Object.values(await digestsInDatabase()).every((digest) => digest === 1 || digest === 2)).toBe(true);
  });

  it("an entry that shows up late is sealed late, whatever its time", async () => {
    await addEntries("audit-1");
    await sealEntries(stores());
    await stores().audit.add(anAuditEntry(its.scope.tenantId, { id: "audit-0", at: "2020-01-01T00:00:00.000Z" }));
    await sealEntries(stores());
    expect(await sealed()).toEqual([["audit-1"], ["audit-0"]]);
  });

  it("an entry of a digest that is gone when its digest is adopted keeps nothing from being sealed", async () => {
    await addEntries("audit-1", "audit-2");
    await expect(sealEntries(dyingAt(4, "before"))).rejects.toThrow("killed");
    await its.product.cosmos.tenantData.item("audit-1", its.scope.tenantId).delete();
    await addEntries("audit-3");
    await sealEntries(stores());
    expect(await sealed()).toEqual([["audit-1", "audit-2"], ["audit-3"]]);
    expect(await digestsInDatabase()).toEqual({ "audit-2": 1, "audit-3": 2 });
  });

  it("something else in the place of the next digest is passed over", async () => {
    await stores().digests.create(1, "not a digest");
    await addEntries("audit-1");
    await sealEntries(stores());
    expect(await digestsInDatabase()).toEqual({ "audit-1": 2 });
  });
});

describe("a round of the timer", () => {
  const deps = () => ({ ...its.product, clock: its.clock, telemetry: noTelemetry });
  const never = (error: unknown) => {
    throw error;
  };

  it("seals every tenant that has entries, and the platform, by one query over all", async () => {
    await addEntries("audit-1");
    expect(await sealAudit(deps(), never)).toBeGreaterThan(0);
    expect(await digestsInDatabase()).toEqual({ "audit-1": 1 });
    expect(await sealAudit(deps(), never)).toBe(0);
  });

  it("entries of versions before digests are sealed too, once a day has passed", async () => {
    const { tenantId } = its.scope;
    const old = toDocument("audit", "audit-old", tenantId, anAuditEntry(tenantId, { id: "audit-old" }));
    await its.product.cosmos.tenantData.items.create(old);
    expect(await sealAudit(deps(), never)).toBe(0);
    expect(await awaitDigests(deps())).toBe(1);
    expect(await awaitDigests(deps())).toBe(0);
    expect(await sealAudit(deps(), never)).toBe(1);
    expect(await sealed()).toEqual([["audit-old"]]);
  });

  it("a tenant that fails keeps no other from being sealed, and the age of what it holds back is told", async () => {
    await addEntries("audit-1");
    const errors: unknown[] = [];
    const measured: object[] = [];
    const failing = {
      ...deps(),
      storesFor: () => ({ ...stores(), ...dyingAt(1, "before") }),
      telemetry: { ...noTelemetry, isOn: true, measure: (each: object) => void measured.push(each) },
    };
    its.clock.passed(3_600_000);
    expect(await sealAudit(failing, (error) => void errors.push(error))).toBe(0);
    expect(errors).toHaveLength(1);
    expect(measured).toEqual([{ "audit.oldest_unsealed_seconds": 3_600 }]);
    await sealEntries(stores());
  });
});
