import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import type { JsonObject, JsonValue, ObservedObject } from "./observed-object.ts";

/** An object of Graph with its children and assignments, as the rest of the product sees it. */
export function toObservedObject(
  contract: ObjectTypeContract,
  id: string,
  payload: JsonObject,
  readAt: string,
): ObservedObject {
  return {
    type: contract.key,
    id,
    name: textOf(payload[contract.nameProperty]) ?? id,
    platform: platformOf(contract, payload),
    lastModified: lastModifiedOf(payload),
    payload,
    meta: metaOf(contract, payload),
    groupIds: groupIdsOf(payload),
    readAt,
  };
}

/** Graph's own time of the last change; conditional access has another name for it. */
export function lastModifiedOf(object: JsonObject): string | null {
  return textOf(object["lastModifiedDateTime"]) ?? textOf(object["modifiedDateTime"]) ?? null;
}

function platformOf({ platform }: ObjectTypeContract, payload: JsonObject): string | null {
  if (platform === null) return null;
  return "constant" in platform ? platform.constant : (textOf(payload[platform.property]) ?? null);
}

function metaOf({ meta }: ObjectTypeContract, payload: JsonObject): ObservedObject["meta"] {
  const odataType = textOf(payload["@odata.type"]);
  const facts = meta.flatMap((name) => {
    const value = payload[name];
    return isScalar(value) ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(facts), ...(odataType === undefined ? {} : { odataType }) };
}

// "All users" of app protection is a group target with this well-known id, which is no group (graph-facts 2.7).
const allUsersOfAppProtection = "acacacac-9df4-4c7d-9d50-4ef0226f57a9";

function groupIdsOf(payload: JsonObject): string[] {
  const { assignments } = payload;
  if (!Array.isArray(assignments)) return [];
  const ids = assignments.flatMap((assignment) => textOf(Object(Object(assignment).target).groupId) ?? []);
  return [...new Set(ids)].filter((id) => id.toLowerCase() !== allUsersOfAppProtection);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isScalar(value: JsonValue | undefined): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
