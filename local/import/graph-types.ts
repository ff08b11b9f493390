import { contracts } from "../../config/graph-contracts/registry.ts";
import { declaredTypeOf, odataTypeOf } from "../../tools/graph/declared-type.ts";
import { readMicrosoftTypes } from "../../tools/graph/microsoft-types.ts";
import type { TypeTree } from "../../tools/graph/type-tree.ts";

/** What an import knows of the types of Graph. */
export type GraphTypes = {
  readonly tree: TypeTree;
  /** The collection that holds objects of an `@odata.type`, whatever its case. */
  readonly collectionOfType: (odataType: string) => string | undefined;
  /** The type that Graph declares for the objects of a collection, without namespace. */
  readonly declaredType: (collectionPath: string) => string;
  /** Whether objects of a collection must say of which type they are. */
  readonly hasSeveralTypes: (collectionPath: string) => boolean;
};

/** Secrets are not imported, and what lies below another object has no collection to go to. */
export const importableContracts = contracts.filter(({ read, path }) => read !== "never" && !path.includes("{"));

let read: GraphTypes | undefined;

/** Read once, with the first import: Microsoft's declarations are a text of some megabytes. */
export function graphTypes(): GraphTypes {
  read ??= readTypes();
  return read;
}

function readTypes(): GraphTypes {
  const { tree } = readMicrosoftTypes();
  const declared = new Map(importableContracts.map((contract) => [contract.path, declaredTypeOf(contract, tree)]));
  // What a contract names may be newer than the declarations.
  const named = importableContracts.flatMap(({ fixedOdataType, kinds, path }) => {
    const types = kinds.by === "odataType" ? kinds.is : [];
    return [...types, ...(fixedOdataType ? [fixedOdataType] : [])].map((type) => [type, path] as const);
  });
  const derived = [...declared].flatMap(([path, type]) =>
    [type, ...tree.typesBelow(type)].map((each) => [odataTypeOf(each), path] as const),
  );
  const pathByType = new Map([...derived, ...named].map(([type, path]) => [type.toLowerCase(), path]));
  const fixed = new Set(importableContracts.flatMap(({ fixedOdataType, path }) => (fixedOdataType ? path : [])));
  const declaredType = (path: string): string => declared.get(path) ?? "entity";
  return {
    tree,
    declaredType,
    collectionOfType: (odataType) => pathByType.get(odataType.toLowerCase()),
    hasSeveralTypes: (path) => !fixed.has(path) && tree.kindsOf(declaredType(path)).length > 1,
  };
}
