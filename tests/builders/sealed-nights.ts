import { contracts } from "../../config/graph-contracts/registry.ts";
import { formIdOf } from "../../src/domain/comparison/form-rule.ts";
import { makeConfigurationHash } from "../../src/domain/comparison/to-form.ts";
import { makeContractIndex } from "../../src/domain/graph/contract-index.ts";
import { hashOfText } from "../../src/domain/hash/hash-of-text.ts";
import { canonicalJson } from "../../src/domain/json/canonical-json.ts";
import type { JsonObject } from "../../src/domain/json/json-value.ts";
import type { Entry } from "../../src/domain/snapshot/entry.ts";
import { toManifestText } from "../../src/domain/snapshot/manifest-text.ts";
import { type Snapshot, snapshotIdOf } from "../../src/domain/snapshot/snapshot.ts";
import type { TenantStores } from "../../src/domain/store/tenant-stores.ts";
import type { TenantId } from "../../src/domain/tenant-scope/tenant-scope.ts";
import { startOfTime } from "./a-clock.ts";
import { someIds } from "./a-run.ts";

const type = "settingsCatalog";
const policies = makeContractIndex(contracts).contractOf(type);
if (!policies) throw new Error(`There is no type ${type}.`);
const formId = formIdOf(policies);
const configurationHashOf = makeConfigurationHash(policies);
const types = contracts.map(({ key }) => key);
const dayMs = 24 * 3_600_000;

export type Policy = JsonObject & { readonly id: string; readonly name: string };

/**
 * Seals a snapshot of a tenant's policies each night, of every type, as a worker leaves it behind. Stored is what history
 * reads: of the payloads those that are others than the night before.
 */
export function sealedNights({ snapshots, blobs }: Pick<TenantStores, "snapshots" | "blobs">, tenantId: TenantId) {
  const newId = someIds();
  let before = new Map<string, Entry & { readonly text: string }>();
  let night = 0;

  async function putChanged(entries: ReadonlyMap<string, Entry & { readonly text: string }>): Promise<void> {
    for (const { id, payloadHash, text } of entries.values()) {
      const last = before.get(id);
      if (!last || last.payloadHash === payloadHash) continue;
      await blobs.putPayload(last.payloadHash, last.text);
      await blobs.putPayload(payloadHash, text);
    }
  }

  return async (objects: readonly Policy[]): Promise<string> => {
    night += 1;
    const at = new Date(Date.parse(startOfTime) + night * dayMs).toISOString();
    const entries = new Map(objects.map((object) => [object.id, toEntry(object, at)]));
    await putChanged(entries);
    before = entries;
    const runId = newId();
    const id = snapshotIdOf(runId);
    const window = { from: at, to: at };
    const complete = { typeState: { state: "complete" }, formId } as const;
    const read = types.map((each) => ({ type: each, objects: each === type ? objects.length : 0, ...complete }));
    const all = [...entries.values()].map(({ text: _text, ...entry }) => entry);
    const { text, rootHash } = toManifestText({ snapshotId: id, tenantId, runId, window, types: read, entries: all });
    await blobs.putManifest(id, rootHash, text);
    await snapshots.seal(headOf({ tenantId, runId, at, rootHash, objects: objects.length, size: text.length }));
    return id;
  };
}

type Head = Pick<Snapshot, "tenantId" | "runId" | "rootHash" | "size"> & {
  readonly at: string;
  readonly objects: number;
};

function headOf({ tenantId, runId, rootHash, size, at, objects }: Head): Snapshot {
  return {
    id: snapshotIdOf(runId),
    tenantId,
    runId,
    state: "complete",
    label: null,
    createdAt: at,
    sealedAt: at,
    window: { from: at, to: at },
    counts: { total: objects, processed: objects, succeeded: objects, failed: 0, skipped: 0, gaps: 0 },
    gaps: [],
    rootHash,
    manifestVersion: null,
    immutability: { state: "not_enforced" },
    types,
    size,
  };
}

function toEntry(object: Policy, readAt: string): Entry & { readonly text: string } {
  const text = canonicalJson(object);
  const hashes = { payloadHash: hashOfText(text), configurationHash: configurationHashOf(object) };
  const { id, name } = object;
  return { type, id, name, ...hashes, payloadVersion: null, size: text.length, readAt, text };
}

/** So many policies, of which the first ones have another value in each night. */
export function policiesOf(count: number, changed: number, value: string): Policy[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `policy-${index}`,
    name: `Policy ${index}`,
    description: index < changed ? value : "as ever",
  }));
}
