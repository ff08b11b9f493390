import type { ObjectTypeContract } from "../../domain/graph/object-type-contract.ts";
import type { JsonObject } from "../../domain/json/json-value.ts";

/**
 * An object as its contract knows it. A concrete collection leaves the type out, and `@odata.context`, its own or that of
 * a relation that came with it, names the request and not the object.
 */
export function withType({ fixedOdataType, read, key }: ObjectTypeContract, item: JsonObject): JsonObject {
  const rest = Object.fromEntries(Object.entries(item).filter(([name]) => !name.endsWith("@odata.context")));
  const own = fixedOdataType === undefined ? rest : { "@odata.type": fixedOdataType, ...rest };
  return read === "singleton" ? { id: key, ...own } : own;
}
