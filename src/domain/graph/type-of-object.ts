import type { JsonObject } from "../json/json-value.ts";
import type { ObjectTypeContract } from "./object-type-contract.ts";
import { valuesAt } from "./values-at.ts";

/**
 * The one type of an object among the types of its collection: the first that claims it, else the collection's catch-all.
 * Undefined when it is a built-in object that nobody uses.
 */
export function typeOfObject(
  siblings: readonly ObjectTypeContract[],
  object: JsonObject,
): ObjectTypeContract | undefined {
  const type = claimantOf(siblings, object);
  return type && isUnused(type, object) ? undefined : type;
}

/** The type that an object belongs to, whether or not it is in use. */
export function claimantOf(
  siblings: readonly ObjectTypeContract[],
  object: JsonObject,
): ObjectTypeContract | undefined {
  return siblings.find((contract) => isClaimed(contract, object)) ?? siblings.find(({ kinds }) => kinds.by === "rest");
}

/** Whether the type itself names the object; a catch-all names none. */
export function isClaimed({ kinds }: ObjectTypeContract, object: JsonObject): boolean {
  if (kinds.by === "collection") return true;
  if (kinds.by === "rest") return false;
  if (kinds.by === "odataType") return kinds.is.some((type) => type === object["@odata.type"]);
  const values = valuesAt(object, kinds.path).filter((value) => value !== null);
  if (values.length === 0) return kinds.orAbsent === true;
  return values.some((value) => kinds.is.some((expected) => expected === value));
}

function isUnused({ builtIn }: ObjectTypeContract, object: JsonObject): boolean {
  if (builtIn?.read !== "assigned") return false;
  return object[builtIn.property] === builtIn.is && object["isAssigned"] !== true;
}
