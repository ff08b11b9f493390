import type { JsonObject, JsonValue } from "../json/json-value.ts";
import { type AssignmentTarget, type Edge, edgeIdOf, emptyGuid, isGuid } from "./edge.ts";
import type { ObjectTypeContract } from "./object-type-contract.ts";
import { valuesAt } from "./values-at.ts";

// "All users" of app protection is a group target with this well-known id, which is no group (graph.md 2.7).
export const allUsersOfAppProtection = "acacacac-9df4-4c7d-9d50-4ef0226f57a9";

// An object that names more than this is not heard of in the field; its document has to fit into the store all the same.
const most = 1_000;

/** What an object names, in an order of its own: that of Graph's lists is not stable. Words instead of ids are no edges. */
export function edgesOf({ references, links }: Pick<ObjectTypeContract, "references" | "links">, payload: JsonObject) {
  const named = references.flatMap(({ to, path }) => edgesAt(payload, to, path));
  const paths = references.map(({ path }) => path);
  const others = links.filter(({ path }) => !paths.some((each) => each.startsWith(path)));
  const linked = others.flatMap(({ path, isMany }) => edgesAt(payload, path, isMany ? `${path}[].id` : `${path}.id`));
  return inOrder<Edge>([...named, ...linked]);
}

function edgesAt(payload: JsonObject, to: string, path: string): Edge[] {
  return valuesAt(payload, path).flatMap((value) => {
    const id = idOf(value);
    return id !== null && isNamed(to, id) ? [{ to, id, via: path }] : [];
  });
}

/** Everything has the scope tag 0; conditional access writes words such as All instead of ids of groups. */
function isNamed(to: string, id: string): boolean {
  if (to === "roleScopeTag") return id !== "0";
  return to !== "group" || (isGuid(id) && id !== allUsersOfAppProtection);
}

/** The targets of its assignments; null for a type that has none, or says in properties of its own whom it concerns. */
export function targetsOf(
  { assignments }: Pick<ObjectTypeContract, "assignments">,
  payload: JsonObject,
): AssignmentTarget[] | null {
  const items = payload["assignments"];
  if (assignments === "none" || assignments === "inside" || !Array.isArray(items)) return null;
  return inOrder<AssignmentTarget>(items.flatMap(toTarget));
}

function toTarget(assignment: JsonValue): AssignmentTarget[] {
  const { target, intent } = asObject(assignment);
  if (typeof target !== "object" || target === null) return [];
  const said = asObject(target);
  const groupId = idOf(said["groupId"]) ?? idOf(said["collectionId"]);
  const filterId = idOf(said["deviceAndAppManagementAssignmentFilterId"]);
  const filterType = filterId === null ? null : idOf(said["deviceAndAppManagementAssignmentFilterType"]);
  const kind = kindOf(said["@odata.type"], groupId);
  const isAll = kind.target === "allUsers" || kind.target === "allDevices";
  return [{ ...kind, groupId: isAll ? null : groupId, filterId, filterType, intent: idOf(intent) }];
}

type Kind = Pick<AssignmentTarget, "target" | "mode">;

const kinds: Readonly<Record<string, Kind>> = {
  groupAssignmentTarget: { target: "group", mode: "include" },
  exclusionGroupAssignmentTarget: { target: "group", mode: "exclude" },
  allLicensedUsersAssignmentTarget: { target: "allUsers", mode: "include" },
  allDevicesAssignmentTarget: { target: "allDevices", mode: "include" },
  configurationManagerCollectionAssignmentTarget: { target: "collection", mode: "include" },
};

/** A target of a kind that nobody knows yet reaches nobody that could be named. */
function kindOf(type: JsonValue | undefined, groupId: string | null): Kind {
  if (groupId === allUsersOfAppProtection) return { target: "allUsers", mode: "include" };
  const name = typeof type === "string" ? type.replace("#microsoft.graph.", "") : "";
  return kinds[name] ?? { target: "unknown", mode: "unknown" };
}

function idOf(value: JsonValue | undefined): string | null {
  if (typeof value !== "string" || value === "" || value === emptyGuid) return null;
  return edgeIdOf(value);
}

function asObject(value: JsonValue): JsonObject {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  // An object that is no list; the compiler does not tell read-only lists apart.
  return isObject ? (value as JsonObject) : {};
}

function inOrder<T>(items: readonly T[]): T[] {
  const texts = [...new Set(items.map((item) => JSON.stringify(item)))].sort().slice(0, most);
  // Written two lines above, from items of this type.
  return texts.map((text) => JSON.parse(text) as T);
}
