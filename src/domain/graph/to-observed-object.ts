import type { JsonObject, JsonValue } from "../json/json-value.ts";
import { isGuid } from "./edge.ts";
import { allUsersOfAppProtection, edgesOf, targetsOf } from "./edges-of.ts";
import type { ObjectTypeContract } from "./object-type-contract.ts";
import type { ObservedObject } from "./observed-object.ts";
import { valuesAt, withoutValuesAt } from "./values-at.ts";

/**
 * An object of Graph with its children and assignments, as the rest of the product sees it: without the secrets that
 * its contract forbids to store.
 */
export function toObservedObject(
  contract: ObjectTypeContract,
  id: string,
  whole: JsonObject,
  readAt: string,
): ObservedObject {
  const forbidden = contract.secrets.filter(({ kind }) => kind === "never_snapshot");
  const payload = withoutValuesAt(whole, forbidden);
  return {
    type: contract.key,
    id,
    name: nameOf(contract, payload) ?? id,
    platform: platformOf(contract, payload),
    lastModified: lastModifiedOf(payload),
    payload,
    meta: metaOf(contract, payload),
    groupIds: groupIdsOf(contract, payload),
    targets: targetsOf(contract, payload),
    edges: edgesOf(contract, payload),
    readAt,
  };
}

/** Graph's own time of the last change; conditional access has another name for it. */
export function lastModifiedOf(object: JsonObject): string | null {
  return textOf(object["lastModifiedDateTime"]) ?? textOf(object["modifiedDateTime"]) ?? null;
}

function nameOf({ nameProperty, displayName }: ObjectTypeContract, payload: JsonObject): string | undefined {
  return nameProperty === null ? displayName : textOf(payload[nameProperty]);
}

function platformOf({ platform }: ObjectTypeContract, payload: JsonObject): string | null {
  if (platform === null) return null;
  return "constant" in platform ? platform.constant : (textOf(payload[platform.property]) ?? null);
}

function metaOf({ meta }: ObjectTypeContract, payload: JsonObject): ObservedObject["meta"] {
  const odataType = textOf(payload["@odata.type"]);
  const facts = meta.flatMap((name) => {
    const value = payload[name];
    // Documents hold doubles: a longer whole number stands as its digits.
    const fact = typeof value === "bigint" ? value.toString() : value;
    return isScalar(fact) ? [[name, fact] as const] : [];
  });
  return { ...Object.fromEntries(facts), ...(odataType === undefined ? {} : { odataType }) };
}

/** Conditional access writes words such as All and None instead of ids. */
function groupIdsOf({ references }: ObjectTypeContract, payload: JsonObject): string[] {
  const paths = references.filter(({ to }) => to === "group").map(({ path }) => path);
  const ids = paths.flatMap((path) => valuesAt(payload, path)).flatMap((id) => textOf(id) ?? []);
  return [...new Set(ids)].filter((id) => isGuid(id) && id.toLowerCase() !== allUsersOfAppProtection);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isScalar(value: JsonValue | undefined): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
