import { emptyGuid, isGuid } from "../graph/edge.ts";
import { allUsersOfAppProtection } from "../graph/edges-of.ts";
import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import { changedAt } from "../graph/values-at.ts";
import { isList } from "../json/is-object.ts";
import type { JsonObject, JsonValue } from "../json/json-value.ts";
import { toForm } from "./to-form.ts";

/** What an id stands for on its own side: a name, one that several objects of its type have, or nothing that is known. */
export type NamedAs = { readonly type: string; readonly name: string } | "ambiguous" | "unresolved";

/** Looks an id of a type up in what one side holds: its snapshot, else its directory cache. */
export type NameOf = (to: string, id: string) => NamedAs;

/** What an object of one side refers to is looked up in that side; without a name an id means something in its tenant alone. */
export type NamingSide = { readonly tenantId: string; readonly nameOf: NameOf };

/** Words of Graph and ids that every tenant has mean the same everywhere. */
function isSameEverywhere(to: string, id: string): boolean {
  const lower = id.toLowerCase();
  if (lower === allUsersOfAppProtection || lower === emptyGuid) return true;
  // Scope tags have small numbers; "0" is the default tag of every tenant (object-types of Intune).
  return to === "roleScopeTag" ? id === "0" : !isGuid(id);
}

/**
 * The form by which objects of two tenants are compared: ids of other objects become their kind and name, and what can be
 * equal in no two tenants is out. An id without a name, or with one that two objects share, is equal to nothing: it
 * keeps its id and says whose it is.
 */
export function toPortableForm(contract: ObjectTypeContract, payload: JsonObject, side: NamingSide): JsonObject {
  const named = contract.references.reduce<JsonObject>(
    (object, { to, path }) => changedAt(object, path, (value) => toNamed(to, value, side)),
    payload,
  );
  const portable = contract.comparison.tenantBound.reduce<JsonObject>(
    (object, path) => changedAt(object, path, () => undefined),
    named,
  );
  return toForm(contract, portable);
}

function toNamed(to: string, value: JsonValue, side: NamingSide): JsonValue {
  if (isList(value)) return value.map((item) => toNamed(to, item, side));
  if (typeof value !== "string" || value === "" || isSameEverywhere(to, value)) return value;
  const found = side.nameOf(to, value);
  if (typeof found === "string") return { to, id: value, tenantId: side.tenantId, state: found };
  return { to: found.type, name: found.name };
}
