import type { ContractChild, ContractLink, ObjectTypeContract } from "../graph/object-type-contract.ts";
import { changedAt, withoutValuesAt } from "../graph/values-at.ts";
import { hashOfText } from "../hash/hash-of-text.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import type { JsonObject, JsonValue } from "../json/json-value.ts";

/** What a contract says of comparing two readings of an object. */
export type ComparedBy = Pick<ObjectTypeContract, "query" | "volatile" | "references"> & {
  readonly children: readonly (Pick<ContractChild, "path" | "query"> & {
    readonly nested?: Pick<NonNullable<ContractChild["nested"]>, "path"> | undefined;
  })[];
  readonly links: readonly Pick<ContractLink, "path">[];
};

/** SHA-256 of the form of an object that two readings are compared by. */
export function configurationHash(contract: ComparedBy, payload: JsonObject): string {
  return hashOfText(canonicalJson(toConfigurationForm(contract, payload)));
}

// Properties that say when, not what, wherever they stand in an object.
const timeProperties = new Set(["createdDateTime", "lastModifiedDateTime", "modifiedDateTime"]);

/**
 * An object without what changes by itself: its id, volatile properties, times, OData annotations (`@odata.type` stays,
 * it is configuration) and nulls, which Graph writes or leaves out at will. Assignments are brought into one order and
 * one spelling, and other lists into one order where Graph gives them none.
 */
export function toConfigurationForm(contract: ComparedBy, payload: JsonObject): JsonObject {
  const { assignments: _assignments, ...form } = withoutValuesAt(payload, ["id", ...contract.volatile]);
  const assignments = payload["assignments"];
  return {
    ...unorderedLists(contract).reduce<JsonObject>((left, path) => changedAt(left, path, sorted), cleanObject(form)),
    ...(Array.isArray(assignments) ? { assignments: normalAssignments(assignments) } : {}),
  };
}

/** Places of lists that are sets: ids, and what Graph relates to an object rather than holds in it. Deeper ones come first. */
function unorderedLists({ query, children, links, references }: ComparedBy): string[] {
  const ids = references.map(({ path }) => path).filter((path) => path.endsWith("[]"));
  const belowChildren = children.flatMap(({ path, query, nested: below }) =>
    [...expandedBy(query), ...(below ? [below.path] : [])].map((name) => `${path}[].${name}`),
  );
  return [...ids, ...belowChildren, ...expandedBy(query), ...[...children, ...links].map(({ path }) => path)];
}

/** Relations that a query brings inline. */
function expandedBy(query: string | undefined): string[] {
  return /\$expand=(?<names>[^&]+)/.exec(query ?? "")?.groups?.["names"]?.match(/\w+/g) ?? [];
}

function sorted(value: JsonValue): JsonValue {
  if (!Array.isArray(value)) return value;
  const texts = new Map<JsonValue, string>(value.map((item) => [item, canonicalJson(item)]));
  const textOf = (item: JsonValue): string => texts.get(item) ?? "";
  return value.toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

function clean(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(clean);
  return isObject(value) ? cleanObject(value) : value;
}

function cleanObject(object: JsonObject): JsonObject {
  const remaining = Object.entries(object).filter(
    ([name, value]) => value !== null && !isAnnotation(name) && !timeProperties.has(name),
  );
  return Object.fromEntries(remaining.map(([name, value]) => [name, clean(value)]));
}

function isAnnotation(name: string): boolean {
  return name !== "@odata.type" && (name.includes("@odata.") || name.startsWith("#"));
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// Ids of assignments are derived from policy and group; source tells who wrote them (graph.md 2.7).
const derivedOfAssignment = new Set(["id", "source", "sourceId"]);

function normalAssignments(assignments: readonly JsonValue[]): JsonValue {
  const normal = assignments.filter(isObject).map((assignment) => {
    const own = Object.entries(assignment).filter(([name]) => !derivedOfAssignment.has(name));
    return cleanObject(
      Object.fromEntries(own.map(([name, value]) => [name, name === "target" ? withoutNoFilter(value) : value])),
    );
  });
  return sorted(normal);
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
