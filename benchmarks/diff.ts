import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createGunzip, gzipSync } from "node:zlib";
import { contracts } from "../config/graph-contracts/registry.ts";
import { manifestLines } from "../src/adapters/blobs/manifest-lines.ts";
import { diffForms } from "../src/domain/comparison/diff-forms.ts";
import { formIdOf } from "../src/domain/comparison/form-rule.ts";
import { makeConfigurationHash, toForm } from "../src/domain/comparison/to-form.ts";
import { makeContractIndex } from "../src/domain/graph/contract-index.ts";
import type { ObjectTypeContract } from "../src/domain/graph/object-type-contract.ts";
import { hashOfText } from "../src/domain/hash/hash-of-text.ts";
import { toManifestText } from "../src/domain/snapshot/manifest-text.ts";
import type { Snapshot } from "../src/domain/snapshot/snapshot.ts";
import type { StoresFor } from "../src/domain/store/tenant-stores.ts";
import { openTenantScope, tenantIdSchema } from "../src/domain/tenant-scope/tenant-scope.ts";
import { compareSides } from "../src/use-cases/comparison/compare-sides.ts";
import { matchById } from "../src/use-cases/comparison/matching.ts";
import { sideOfSnapshot } from "../src/use-cases/comparison/open-side.ts";

// How long do two snapshots of 10,000 objects take of which 2 % changed, and one object of 3,000 settings? Blobs are in
// memory: the store's own time is not in it. Ends with 1 when a budget is passed.

const count = 10_000;
const budget = { seconds: 2, moreMb: 150, objectMs: 100 };

const madeAt = "2026-12-01T00:00:00.000Z";
const tenantId = tenantIdSchema.parse("00000000-0000-4000-8000-000000000001");
const scope = openTenantScope(tenantId, "run");

/** Bytes in use, in V8's heap and beside it: what making the snapshots left behind is collected before. */
function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

function aPolicy(index: number, settings: number, value: string) {
  const one = (each: number) => ({
    id: String(each),
    settingInstance: {
      settingDefinitionId: `device_vendor_msft_policy_${each}`,
      simpleSettingValue: { value: each === 1 ? value : `value ${each}` },
    },
  });
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
  return { id, name: `Policy ${index}`, settings: Array.from({ length: settings }, (_, each) => one(each)) };
}

/** A snapshot in memory: its manifest as the store keeps it, and the payloads of those that change. */
function aSnapshot(contract: ObjectTypeContract, valueAt: (index: number) => string, payloads: Map<string, string>) {
  const entries = Array.from({ length: count }, (_, index) => {
    const payload = aPolicy(index, 10, valueAt(index));
    const text = JSON.stringify(payload);
    const hashes = { payloadHash: hashOfText(text), configurationHash: makeConfigurationHash(contract)(payload) };
    if (index % 50 === 0) payloads.set(hashes.payloadHash, text);
    const { id, name } = payload;
    return { type: contract.key, id, name, ...hashes, payloadVersion: null, size: text.length, readAt: madeAt };
  });
  const formId = formIdOf(contract);
  const types = [{ type: contract.key, objects: count, typeState: { state: "complete" as const }, formId }];
  const head = { snapshotId: "snapshot", tenantId, runId: "run", window: { from: madeAt, to: madeAt }, types };
  const { text, rootHash } = toManifestText({ ...head, entries });
  return { rootHash, gzip: gzipSync(text) };
}

async function measureSnapshots(contract: ObjectTypeContract) {
  const payloads = new Map<string, string>();
  const left = aSnapshot(contract, () => "1", payloads);
  const right = aSnapshot(contract, (index) => (index % 50 === 0 ? "2" : "1"), payloads);
  const manifests = new Map([left, right].map((each) => [each.rootHash, each.gzip]));
  const blobs = {
    manifestLines: ({ rootHash }: Snapshot) => {
      const gunzip = createGunzip();
      gunzip.end(manifests.get(rootHash));
      const stream = { storedBytes: 0, text: gunzip.setEncoding("utf8"), isDamage: () => true };
      return manifestLines(stream, rootHash);
    },
    readPayload: async (hash: string) => ({ state: "whole", text: payloads.get(hash) ?? "" }),
  };
  // Only what is called stands in for the stores and the heads.
  const storesFor = (() => ({ blobs })) as unknown as StoresFor;
  const sideOf = ({ rootHash }: { rootHash: string }) =>
    sideOfSnapshot(storesFor, scope, { id: "snapshot", rootHash } as unknown as Snapshot);
  collectGarbage();
  const before = used();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, used());
  }, 5);
  const startedAt = performance.now();
  const sides = { left: sideOf(left), right: sideOf(right), matching: matchById };
  const found = await compareSides(makeContractIndex(contracts), sides, {}, { limit: 100, page: null }, true);
  const seconds = (performance.now() - startedAt) / 1_000;
  clearInterval(watch);
  return { seconds, moreMb: (most - before) / 1024 / 1024, changed: found.counts.changed, exact: found.exact };
}

function measureObject(contract: ObjectTypeContract): number {
  const [left, right] = [aPolicy(1, 3_000, "1"), aPolicy(1, 3_000, "2")];
  const startedAt = performance.now();
  const changes = diffForms(contract, toForm(contract, left), toForm(contract, right));
  if (changes.length !== 1) throw new Error(`One setting changed, and ${changes.length} were found.`);
  return performance.now() - startedAt;
}

const catalog = contracts.find(({ key }) => key === "settingsCatalog");
if (!catalog) throw new Error("There is no settings catalog.");
const { seconds, moreMb, changed, exact } = await measureSnapshots(catalog);
// The fastest of nine: the others say more of what else the machine does.
const objectMs = Math.min(...Array.from({ length: 9 }, () => measureObject(catalog)));
console.log(
  `${count} against ${count} objects, ${changed} changed (exact: ${exact}): ${seconds.toFixed(2)} s, ${moreMb.toFixed(0)} MB more; one object of 3,000 settings: ${objectMs.toFixed(0)} ms`,
);
if (seconds > budget.seconds || moreMb > budget.moreMb || objectMs > budget.objectMs) process.exitCode = 1;
