import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import { withoutPlaces } from "../graph/values-at.ts";
import { hashOfText } from "../hash/hash-of-text.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import type { JsonObject, JsonValue } from "../observation/observed-object.ts";

/** SHA-256 of the form of an object that two readings are compared by. */
export function configurationHash(contract: Pick<ObjectTypeContract, "volatile">, payload: JsonObject): string {
  return hashOfText(canonicalJson(toConfigurationForm(contract, payload)));
}

// Properties that say when, not what, wherever they stand in an object.
const timeProperties = new Set(["createdDateTime", "lastModifiedDateTime", "modifiedDateTime"]);

/**
 * An object without what changes by itself: its id, volatile properties, times, OData annotations (`@odata.type` stays,
 * it is configuration) and nulls, which Graph writes or leaves out at will. Assignments are brought into one order and
 * one spelling.
 */
export function toConfigurationForm(
  { volatile }: Pick<ObjectTypeContract, "volatile">,
  payload: JsonObject,
): JsonObject {
  const { assignments: _assignments, ...form } = withoutPlaces(payload, ["id", ...volatile]);
  const assignments = payload["assignments"];
  return {
    ...cleanObject(form),
    ...(Array.isArray(assignments) ? { assignments: normalAssignments(assignments) } : {}),
  };
}

function clean(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(clean);
  return isObject(value) ? cleanObject(value) : value;
}

function cleanObject(object: JsonObject): JsonObject {
  const kept = Object.entries(object).filter(
    ([name, value]) => value !== null && !isAnnotation(name) && !timeProperties.has(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, clean(value)]));
}

function isAnnotation(name: string): boolean {
  return name !== "@odata.type" && (name.includes("@odata.") || name.startsWith("#"));
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Ids of assignments are derived from policy and group; source tells who wrote them (graph-facts 2.7).
const derivedOfAssignment = new Set(["id", "source", "sourceId"]);

function normalAssignments(assignments: readonly JsonValue[]): JsonValue[] {
  const normal = assignments.filter(isObject).map((assignment) => {
    const own = Object.entries(assignment).filter(([name]) => !derivedOfAssignment.has(name));
    return cleanObject(
      Object.fromEntries(own.map(([name, value]) => [name, name === "target" ? withoutNoFilter(value) : value])),
    );
  });
  return normal.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}

const noFilterId = "00000000-0000-0000-0000-000000000000";

/** No filter is written as null and "none", or as the zero guid and "none": all mean the same. */
function withoutNoFilter(target: JsonValue): JsonValue {
  if (!isObject(target)) return target;
  const {
    deviceAndAppManagementAssignmentFilterId: id = null,
    deviceAndAppManagementAssignmentFilterType: type = "none",
    ...rest
  } = target;
  if (id === null || id === noFilterId || type === "none") return rest;
  return target;
}
