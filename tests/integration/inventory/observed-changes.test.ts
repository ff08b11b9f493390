import { beforeEach, describe, expect, it } from "vitest";
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { formIdOf } from "../../../src/domain/comparison/form-rule.ts";
import { makeConfigurationHash } from "../../../src/domain/comparison/to-form.ts";
import { makeContractIndex } from "../../../src/domain/graph/contract-index.ts";
import { hashOfText } from "../../../src/domain/hash/hash-of-text.ts";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import type { TenantStores } from "../../../src/domain/store/tenant-stores.ts";
import { listInventory } from "../../../src/use-cases/inventory/list-inventory.ts";
import { capturedChangeAt, coverChanges, observedChangeAt } from "../../../src/use-cases/version/observed-change.ts";
import { aRun } from "../../builders/a-run.ts";
import { afterSealingOf } from "../../builders/after-sealing.ts";
import { anInventoryObject } from "../../builders/an-inventory-object.ts";
import { type Policy, sealedNights } from "../../builders/sealed-nights.ts";
import { aTenantEach } from "../a-product.ts";

const its = aTenantEach();
const type = "settingsCatalog";
const contract = makeContractIndex(contracts).contractOf(type);
if (!contract) throw new Error(`There is no type ${type}.`);
const [formId, hashOf] = [formIdOf(contract), makeConfigurationHash(contract)];
const policy = (description: string, more: object = {}): Policy => ({ id: "p", name: "Policy", description, ...more });
const payloadOf = (object: Policy) => [hashOfText(canonicalJson(object)), canonicalJson(object)] as const;
const [morning, noon] = ["2026-03-02T10:00:00.000Z", "2026-03-02T12:00:00.000Z"];

let stores: TenantStores;
let sealNight: (policies: readonly Policy[]) => Promise<void>;
beforeEach(() => {
  stores = its.product.storesFor(its.scope);
  const seal = sealedNights(stores, its.scope.tenantId);
  const { storesFor, queue, newId } = its.product;
  sealNight = async (policies) => {
    await seal(policies);
    await afterSealingOf({ storesFor, queue, newId, clock: its.clock })(its.scope, aRun());
  };
});

/** What a sync notes that reads the policy at a time, where the inventory knows it as it was before. */
async function syncs(before: Policy, now: Policy, readAt: string, observed: string | null = null) {
  const known = anInventoryObject({ id: "p", formId, configurationHash: hashOf(before), observedChangeAt: observed });
  const reading = { formId, configurationHash: hashOf(now) };
  return observedChangeAt(
    { stores, contract: contract ?? never() },
    { type, id: "p", payload: now, readAt },
    reading,
    known,
  );
}

function never(): never {
  throw new Error("It was checked above.");
}

async function changedSince(time: string): Promise<string[]> {
  const deps = { storesFor: its.product.storesFor, clock: its.clock };
  const { items } = await listInventory(deps, its.scope, { changedSince: time }, { limit: 10, page: null });
  return items.map(({ id }) => id);
}

describe("a change that a sync sees and no snapshot has", () => {
  it("it is told since when an object is another than its newest version; not where Microsoft added something, nor where no version is", async () => {
    expect(await syncs(policy("a"), policy("b"), morning)).toBeNull();
    await sealNight([policy("a")]);
    await stores.blobs.putPayload(...payloadOf(policy("a")));
    expect(await syncs(policy("a"), policy("b"), morning)).toBe(morning);
    expect(await syncs(policy("b"), policy("c"), noon, morning), "since the first change").toBe(morning);
    expect(await syncs(policy("b"), policy("a"), noon, morning), "as it was again").toBeNull();
    expect(await syncs(policy("a"), policy("a", { newSwitch: false }), morning)).toBeNull();
  });

  it("an object that is as the inventory knows it costs no question", async () => {
    await sealNight([policy("a")]);
    its.product.server.control.resetCharges();
    expect(await syncs(policy("b"), policy("b"), noon, morning)).toBe(morning);
    expect(its.product.server.control.charges().total.requests).toBe(0);
  });

  it("it is asked for by time, and no more once a version has it", async () => {
    await sealNight([policy("a")]);
    const marked = { formId, configurationHash: hashOf(policy("b")), observedChangeAt: morning };
    await stores.inventory.write(
      [anInventoryObject({ id: "p", ...marked }), anInventoryObject({ id: "q" })],
      new Map(),
    );
    expect(await changedSince(morning)).toEqual(["p"]);
    expect(await changedSince(noon)).toEqual([]);
    await coverChanges(stores);
    expect(await changedSince(morning), "no version has it yet").toEqual(["p"]);
    const reading = { formId, configurationHash: hashOf(policy("b")) };
    const known = await stores.inventory.read(type, "p");
    expect(capturedChangeAt(reading, known), "the snapshot is not sealed yet").toBe(morning);
    await sealNight([policy("b")]);
    expect(await changedSince(morning)).toEqual([]);
    expect((await stores.inventory.read(type, "p"))?.observedChangeAt).toBeNull();
  });
});
