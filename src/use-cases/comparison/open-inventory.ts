import type { ComparedEntry } from "../../domain/comparison/compared-side.ts";
import { equalByHashes } from "../../domain/comparison/equality.ts";
import { presentEntries, typesOfInventory } from "../../domain/comparison/inventory-side.ts";
import { Fault } from "../../domain/error/fault.ts";
import type { Listing } from "../../domain/inventory/listing.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import type { StoresFor, TenantStores } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { type ObjectVersion, refKey } from "../../domain/version/object-version.ts";
import { readPayload } from "../version/told-since.ts";
import { mostEntries, type Side } from "./open-side.ts";

type ObservedTypes = {
  /** All of the product. */
  readonly types: readonly string[];
  /** When they were listed. */
  readonly listing: Listing;
  /** When the other side was read (ISO 8601 UTC). */
  readonly since: string;
};

/**
 * The inventory as one side of a comparison: what was last observed of each object, by hashes. Where a version of an
 * object has its hash by the same rule, the payload of that version is what was observed.
 */
export function sideOfInventory(
  storesFor: StoresFor,
  scope: TenantScope,
  { types, listing, since }: ObservedTypes,
): Side {
  const stores = storesFor(scope);
  return {
    open: async () => {
      const objects = await stores.inventory.hashes(mostEntries + 1);
      if (objects.length > mostEntries) {
        throw new Fault("comparison_too_large", `The inventory has more than ${mostEntries} objects.`);
      }
      return { types: typesOfInventory(types, objects, listing, since), entries: each(presentEntries(objects)) };
    },
    find: async ({ type, id }) => {
      const found = await stores.inventory.read(type, id);
      const objects = found ? [found] : [];
      return { types: typesOfInventory(types, objects, listing, since), entry: presentEntries(objects)[0] };
    },
    payloadsOf: async (entries) => {
      const versions = await stores.versions.withConfigurations(entries.map((entry) => entry.configurationHash));
      const byObject = Map.groupBy(versions, refKey);
      return async (entry) => {
        const fitting = byObject
          .get(refKey({ type: entry.type, objectId: entry.id }))
          ?.filter((version) => isObserved(version, entry));
        return firstKept(stores, fitting ?? []);
      };
    },
  };
}

async function* each(entries: readonly ComparedEntry[]): AsyncGenerator<ComparedEntry> {
  yield* entries;
}

/** Whether a version holds what was observed; one of an object that was gone holds nothing. */
function isObserved({ formId, configurationHash }: ObjectVersion, entry: ComparedEntry): boolean {
  return configurationHash !== null && equalByHashes({ formId, configurationHash }, entry) === "equal";
}

/** Versions of one hash hold the same; of one that is kept no longer nothing is known. */
async function firstKept(
  { blobs }: Pick<TenantStores, "blobs">,
  versions: readonly ObjectVersion[],
): Promise<JsonObject | undefined> {
  for (const { payloadHash, payloadVersion } of versions) {
    if (payloadHash === null) continue;
    const payload = await readPayload(blobs, payloadHash, payloadVersion);
    if (payload) return payload;
  }
  return undefined;
}
