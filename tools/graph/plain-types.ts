import { contracts } from "../../config/graph-contracts/registry.ts";
import type { ObjectTypeContract } from "../../src/domain/graph/object-type-contract.ts";
import { declaredTypeOf, odataTypeOf, typeOfProperty } from "./declared-type.ts";
import { readMicrosoftTypes } from "./microsoft-types.ts";
import type { TypeTree } from "./type-tree.ts";

/**
 * Types of values inside the objects of all contracts from which none derives, and that stand nowhere under the name of a
 * base, so that a value's place says its type as well as its `@odata.type`: by the metadata level of an answer Graph
 * writes it or not.
 */
export function plainTypes(): string[] {
  const { tree } = readMicrosoftTypes();
  const reached = new Set<string>();
  for (const contract of contracts) {
    for (const type of rootsOf(contract, tree)) collect(tree, type, reached);
  }
  return [...reached]
    .filter((type) => isPlain(tree, type, reached))
    .map(odataTypeOf)
    .toSorted();
}

/** The values that a contract's objects hold inline, and those of its children and links. */
function rootsOf(contract: ObjectTypeContract, tree: TypeTree): string[] {
  const declared = declaredTypeOf(contract, tree);
  // Of a type that is newer than the declarations nothing is known.
  const kinds = declared === "entity" ? [] : tree.kindsOf(declared);
  const related = [
    ...contract.children.map(({ path }) => path),
    ...contract.links.map(({ path }) => path),
    "assignments",
  ];
  const children = typesAt(tree, kinds, related);
  const nested = contract.children.flatMap(({ nested: below }) => (below ? [below.path] : []));
  const deeper = typesAt(tree, children, nested);
  return [...kinds.flatMap((kind) => inlineOf(tree, kind)), ...children, ...deeper];
}

/** Of what stands under these names; a name that a type does not have is passed over. */
function typesAt(tree: TypeTree, types: readonly string[], names: readonly string[]): string[] {
  return types
    .flatMap((type) => names.map((name) => typeOfProperty(tree, type, name)))
    .filter((type) => type !== "entity");
}

function collect(tree: TypeTree, type: string, reached: Set<string>): void {
  if (reached.has(type) || !tree.has(type)) return;
  reached.add(type);
  for (const kind of tree.kindsOf(type)) for (const held of inlineOf(tree, kind)) collect(tree, held, reached);
}

function inlineOf(tree: TypeTree, kind: string): string[] {
  return [...tree.propertiesOf(kind).values()]
    .map(({ type }) => type)
    .filter((type) => tree.has(type) && !tree.isEntity(type));
}

/** Where a value is declared as one of its bases, only its own `@odata.type` says which it is. */
function isPlain(tree: TypeTree, type: string, declared: ReadonlySet<string>): boolean {
  return tree.typesBelow(type).length === 0 && !basesOf(tree, type).some((base) => declared.has(base));
}

function basesOf(tree: TypeTree, type: string): string[] {
  const base = tree.baseOf(type);
  return base === undefined ? [] : [base, ...basesOf(tree, base)];
}
