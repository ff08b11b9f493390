import type { Clock } from "../../domain/clock/clock.ts";
import { type ChangeView, toChangeView } from "../../domain/comparison/change-view.ts";
import { differencesOf } from "../../domain/comparison/equality.ts";
import { Fault } from "../../domain/error/fault.ts";
import { parseJson } from "../../domain/json/exact-json.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";
import type { Page, PageRequest } from "../../domain/paging/page.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import type { ObjectRef, ObjectVersion } from "../../domain/version/object-version.ts";
import type { VersionFilter } from "../../domain/version/repository.ts";
import { ignoredObjects } from "../inventory/list-inventory.ts";
import { type ContractOf, type ToldVersion, whoOfVersions } from "./who-of-versions.ts";

export type VersionDeps = { readonly storesFor: StoresFor; readonly contractOf: ContractOf; readonly clock: Clock };

/** What changed in the tenant, newest first; ignored objects are left out unless asked for. */
export async function listChanges(
  deps: VersionDeps,
  scope: TenantScope,
  filter: VersionFilter,
  page: PageRequest,
  { withNames, withIgnored }: { readonly withNames: boolean; readonly withIgnored: boolean },
): Promise<Page<ToldVersion>> {
  const stores = deps.storesFor(scope);
  const without = withIgnored ? [] : await ignoredObjects(deps, scope);
  const found = await stores.versions.list({ ...filter, without }, page);
  return { ...found, items: await whoOfVersions(stores, deps.contractOf, found.items, { withNames }) };
}

/**
 * The history of one object, newest first; none of what was observed and is in no snapshot yet. Fault `not_found` where
 * nobody knows the object.
 */
export async function listVersions(
  { storesFor, contractOf }: VersionDeps,
  scope: TenantScope,
  { type, objectId }: ObjectRef,
  page: PageRequest,
  { withNames }: { readonly withNames: boolean },
): Promise<Page<ToldVersion>> {
  const stores = storesFor(scope);
  const found = await stores.versions.list({ type, objectId }, page);
  if (found.items.length === 0 && !(await stores.inventory.read(type, objectId))) {
    throw new Fault("not_found", "There is no such object.");
  }
  return { ...found, items: await whoOfVersions(stores, contractOf, found.items, { withNames, objectId }) };
}

/** One version of an object. Fault `not_found` where it is none of this object. */
export async function readVersion(
  { storesFor }: Pick<VersionDeps, "storesFor">,
  scope: TenantScope,
  { type, objectId }: ObjectRef,
  versionId: string,
): Promise<ObjectVersion> {
  const version = await storesFor(scope).versions.read(versionId);
  if (version?.type === type && version.objectId === objectId) return version;
  throw new Fault("not_found", "The object has no such version.");
}

/** The newest version before this one that has content; undefined where there is none. */
export async function versionBefore(
  { storesFor }: Pick<VersionDeps, "storesFor">,
  scope: TenantScope,
  { type, objectId, at }: ObjectVersion,
): Promise<ObjectVersion | undefined> {
  // What was gone was there before: of two versions one has content.
  const { items } = await storesFor(scope).versions.list({ type, objectId, to: at }, { limit: 2, page: null });
  return items.find(({ payloadHash }) => payloadHash !== null);
}

/**
 * The object as a version has it, as Graph gave it. Faults `not_found` where it was gone, `not_kept` where no kept snapshot
 * holds it any more, `payload_damaged`.
 */
export async function readVersionPayload(
  { storesFor }: Pick<VersionDeps, "storesFor">,
  scope: TenantScope,
  { id, payloadHash, payloadVersion }: ObjectVersion,
): Promise<JsonObject> {
  if (payloadHash === null) throw new Fault("not_found", "The object was gone then.", { target: id });
  const stored = await storesFor(scope).blobs.readPayload(payloadHash, payloadVersion);
  if (stored.state !== "whole") throw lostPayload(stored.state, id);
  // Its hash proves that it is the JSON object that was stored.
  return parseJson(stored.text) as JsonObject;
}

function lostPayload(state: "damaged" | "missing", target: string): Fault {
  if (state === "damaged") return new Fault("payload_damaged", `The payload of ${target} is damaged.`, { target });
  return new Fault("not_kept", "No kept snapshot holds this version.", { target });
}

/** What differs between two versions of an object, by today's form. Faults: those of `readVersionPayload`. */
export async function diffVersions(
  deps: VersionDeps,
  scope: TenantScope,
  left: ObjectVersion,
  right: ObjectVersion,
): Promise<ChangeView[]> {
  const contract = deps.contractOf(right.type);
  if (!contract) throw new Fault("not_found", "This version of the product does not know the type.");
  const payloads = async () =>
    [await readVersionPayload(deps, scope, left), await readVersionPayload(deps, scope, right)] as const;
  const changes = await differencesOf(contract, [toReading(left), toReading(right)], payloads);
  return changes.map((change) => toChangeView(contract, change));
}

function toReading({ payloadHash, configurationHash, formId }: ObjectVersion) {
  // What was gone has no hash: its payload says so.
  return { payloadHash: payloadHash ?? undefined, configurationHash: configurationHash ?? "", formId };
}
