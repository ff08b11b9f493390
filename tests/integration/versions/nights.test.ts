import { describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import type { Initiator } from "../../../src/domain/operation-run/operation-run.ts";
import { versionIdOf } from "../../../src/domain/version/object-version.ts";
import { makeAfterSealing } from "../../../src/use-cases/version/after-sealing.ts";
import { startOfTime } from "../../builders/a-clock.ts";
import { aRun, operator } from "../../builders/a-run.ts";
import { type Policy, policiesOf, sealedNights } from "../../builders/sealed-nights.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const { contractOf } = makeContractIndex(contracts);
const schedule = { kind: "schedule", id: "schedule-1", name: "Every night" } as const;

/** Request units of what follows when a night's snapshot is sealed, and what runs it started. */
async function afterNight(initiator: Initiator): Promise<{ units: number; started: number }> {
  const { storesFor, queue, server, newId } = its.product;
  const countRuns = async () => (await storesFor(its.scope).runs.list({}, { limit: 10, page: null })).items.length;
  const before = await countRuns();
  const afterSealing = makeAfterSealing({ storesFor, queue, clock: its.clock, newId, contractOf }, (error) => {
    throw error;
  });
  server.control.resetCharges();
  await afterSealing(its.scope, aRun({ initiator }));
  const units = server.control.charges().total.requestUnits;
  return { units, started: (await countRuns()) - before };
}

/** Versions of an object that changed each night. */
async function addNights(objectId: string): Promise<void> {
  const hashes = { payloadHash: null, payloadVersion: null, configurationHash: null, formId: undefined };
  const versions = Array.from({ length: 200 }, (_, night) => {
    const ref = { type: "settingsCatalog", objectId, snapshotId: `snapshot-before-${night}` };
    const at = new Date(Date.parse(startOfTime) - (night + 1) * 86_400_000).toISOString();
    return { id: versionIdOf(ref), ...ref, name: "Policy", event: "gone" as const, at, notBefore: null, ...hashes };
  });
  await its.product.storesFor(its.scope).versions.add(versions);
}

describe("what history costs each night (RC14)", () => {
  it("six changed objects cost at most 100 request units; nothing changed costs the head, and asks nobody who did it", async () => {
    const seal = sealedNights(its.product.storesFor(its.scope), its.scope.tenantId);
    await seal(policiesOf(50, 6, "one"));
    await afterNight(operator);
    await seal(policiesOf(50, 6, "one"));
    const quiet = await afterNight(schedule);
    expect(quiet.units).toBeLessThan(15);
    expect(quiet.started).toBe(0);
    await seal(policiesOf(50, 6, "two"));
    expect((await afterNight(operator)).units).toBeLessThan(100);
    await seal(policiesOf(50, 6, "three"));
    expect((await afterNight(schedule)).started).toBe(1);
  });

  it("an object that changed in two hundred nights costs what another one does", async () => {
    const seal = sealedNights(its.product.storesFor(its.scope), its.scope.tenantId);
    const night = (...descriptions: string[]): Policy[] =>
      descriptions.map((description, index) => ({ id: `policy-${index}`, name: "Policy", description }));
    await addNights("policy-0");
    await seal(night("one", "one"));
    await afterNight(operator);
    await seal(night("two", "one"));
    const { units } = await afterNight(operator);
    await seal(night("two", "two"));
    expect((await afterNight(operator)).units).toBeCloseTo(units, 0);
  });
});
