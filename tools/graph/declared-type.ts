import type { ObjectTypeContract } from "../../src/domain/graph/object-type-contract.ts";
import { collectionAt } from "./catalog.ts";
import type { TypeTree } from "./type-tree.ts";

const namespace = "#microsoft.graph.";

/** Without namespace. */
export function wireNameOf(odataType: string): string {
  return odataType.replace(namespace, "");
}

export function odataTypeOf(wireName: string): string {
  return `${namespace}${wireName}`;
}

/** The type that Graph declares for the objects at a contract's path, without namespace. */
export function declaredTypeOf({ path }: ObjectTypeContract, tree: TypeTree): string {
  const [parents = "", below = ""] = path.split("/{id}/");
  const steps = below === "" ? [] : below.split("/");
  return steps.reduce((type, step) => typeOfProperty(tree, type, step), collectionAt(parents).entityType);
}

/** The type of what stands under a name of an object, such as its children; of a kind newer than the declarations any. */
export function typeOfProperty(tree: TypeTree, type: string, name: string): string {
  return tree.propertiesOf(type).get(name)?.type ?? "entity";
}
