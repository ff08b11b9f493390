import type { ComparedEntry } from "../../domain/comparison/compared-side.ts";
import { presentEntries, typesOfInventory } from "../../domain/comparison/inventory-side.ts";
import { Fault } from "../../domain/error/fault.ts";
import { parseJson } from "../../domain/json/exact-json.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import { payloadSchema } from "../../domain/snapshot/snapshot.ts";
import type { StoresFor, TenantStores } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ObjectVersion } from "../../domain/version/object-version.ts";
import { mostEntries, type Side } from "./open-side.ts";

/**
 * The inventory as one side of a comparison: what was last observed of each object, by hashes. Where a version of an
 * object has its hash by the same rule, the payload of that version is what was observed. `types`: all of the product;
 * `since` (ISO 8601 UTC): when the other side was read.
 */
export function sideOfInventory(
  storesFor: StoresFor,
  scope: TenantScope,
  { types, since }: { readonly types: readonly string[]; readonly since: string },
): Side {
  const stores = storesFor(scope);
  return {
    open: async () => {
      const [objects, listing] = await Promise.all([
        stores.inventory.hashes(mostEntries + 1),
        stores.inventory.listing(),
      ]);
      if (objects.length > mostEntries) {
        throw new Fault("comparison_too_large", `The inventory has more than ${mostEntries} objects.`);
      }
      return { types: typesOfInventory(types, objects, listing, since), entries: each(presentEntries(objects)) };
    },
    find: async ({ type, id }) => {
      const [found, listing] = await Promise.all([stores.inventory.read(type, id), stores.inventory.listing()]);
      const objects = found ? [found] : [];
      return { types: typesOfInventory(types, objects, listing, since), entry: presentEntries(objects)[0] };
    },
    payloadsOf: async (entries) => {
      const versions = await stores.versions.withConfigurations(entries.map((entry) => entry.configurationHash));
      const byObject = Map.groupBy(versions, ({ type, objectId }) => keyOf(type, objectId));
      return async (entry) => {
        const fitting = byObject.get(keyOf(entry.type, entry.id))?.filter((version) => isObserved(version, entry));
        return firstKept(stores, fitting ?? []);
      };
    },
  };
}

async function* each(entries: readonly ComparedEntry[]): AsyncGenerator<ComparedEntry> {
  yield* entries;
}

function keyOf(type: string, id: string): string {
  return JSON.stringify([type, id]);
}

/** Whether a version holds what was observed: the same hash, by a rule that is known to be the same. */
function isObserved({ formId, configurationHash }: ObjectVersion, entry: ComparedEntry): boolean {
  return formId !== undefined && formId === entry.formId && configurationHash === entry.configurationHash;
}

/** Versions of one hash hold the same; of one that is kept no longer nothing is known. */
async function firstKept(
  { blobs }: Pick<TenantStores, "blobs">,
  versions: readonly ObjectVersion[],
): Promise<JsonObject | undefined> {
  for (const { payloadHash, payloadVersion } of versions) {
    if (payloadHash === null) continue;
    const stored = await blobs.readPayload(payloadHash, payloadVersion);
    if (stored.state === "whole") return payloadSchema.parse(parseJson(stored.text));
  }
  return undefined;
}
