import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import type { JsonObject } from "../json/json-value.ts";

/** What two objects of one type and name must share to be the same thing in two tenants: Graph's type and the platform. */
export function kindOfObject(
  { fixedOdataType, platform }: Pick<ObjectTypeContract, "fixedOdataType" | "platform">,
  payload: JsonObject,
): string {
  const odataType = payload["@odata.type"] ?? fixedOdataType ?? null;
  const ofPlatform = platform !== null && "property" in platform ? (payload[platform.property] ?? null) : null;
  return canonicalJson([odataType, ofPlatform]);
}
