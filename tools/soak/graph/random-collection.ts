import type { ObjectTypeContract } from "../../../src/domain/graph/object-type-contract.ts";
import { declaredTypeOf, odataTypeOf } from "../../graph/declared-type.ts";
import type { RandomSource } from "./random-source.ts";
import { type RegistryObject, registryObject } from "./registry-object.ts";

type Siblings = readonly ObjectTypeContract[];

/** Random objects of all types of a collection: some of each, or none, in any order. */
export function randomCollection(source: RandomSource, siblings: Siblings, maxPerType: number): RegistryObject[] {
  const { random } = source;
  const kinds = siblings.flatMap((contract) => {
    const known = kindsOfContract(source, contract, siblings);
    const count = contract.read === "singleton" ? random.integer(0, 1) : random.integer(0, maxPerType);
    return Array.from({ length: count }, () => ({ contract, kind: random.pick(known) }));
  });
  return toObjects(source, siblings, random.sample(kinds, kinds.length));
}

/** One object of each kind of each type, or the one that there is. */
export function wholeCollection(source: RandomSource, siblings: Siblings): RegistryObject[] {
  const kinds = siblings.flatMap((contract) => {
    const known = kindsOfContract(source, contract, siblings);
    return known.slice(0, contract.read === "singleton" ? 1 : undefined).map((kind) => ({ contract, kind }));
  });
  return toObjects(source, siblings, kinds);
}

type ObjectKind = { readonly contract: ObjectTypeContract; readonly kind: string };

function toObjects(source: RandomSource, siblings: Siblings, chosen: readonly ObjectKind[]): RegistryObject[] {
  return chosen.map(({ contract, kind }, number) => {
    // A property of another object comes without an id, so it is found under the name of its type.
    const id = contract.read === "singleton" ? contract.key : randomId(source, number);
    return registryObject(source, { contract, siblings, kind, id });
  });
}

/** Guids for the most part, and what else Graph is known to use (graph.md 2.7 and 3). */
function randomId({ random }: RandomSource, number: number): string {
  const forms = [
    `${random.guid()}`,
    `${number}`,
    `${random.guid()}_DefaultPlatformRestrictions${number}`,
    `T_${random.guid()}`,
    `en-US.${number}`,
    `name+${number}@contoso.example`,
  ];
  return random.chance(60) ? random.guid() : random.pick(forms);
}

/** Kinds of object that belong to a type, with namespace; of a catch-all also one that nobody knows yet. */
function kindsOfContract(
  { microsoft: { tree } }: RandomSource,
  contract: ObjectTypeContract,
  siblings: Siblings,
): string[] {
  if (contract.kinds.by === "odataType") return contract.kinds.is;
  if (contract.fixedOdataType !== undefined) return [contract.fixedOdataType];
  const claimed = new Set(siblings.flatMap(({ kinds }) => (kinds.by === "odataType" ? kinds.is : [])));
  const known = tree.kindsOf(declaredTypeOf(contract, tree)).map(odataTypeOf);
  return [...known.filter((kind) => !claimed.has(kind)), odataTypeOf("somethingNew")];
}
