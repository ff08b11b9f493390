import type { ObjectTypeContract } from "./object-type-contract.ts";

export type ContractIndex = {
  readonly contractOf: (key: string) => ObjectTypeContract | undefined;
  /** All types of the same collection, the type itself included. */
  readonly siblingsOf: (contract: ObjectTypeContract) => readonly [ObjectTypeContract, ...ObjectTypeContract[]];
  /** The types, those of one collection together: they are read from one listing. */
  readonly byCollection: (types: readonly string[]) => string[][];
};

/** Finds contracts by key and by collection. */
export function makeContractIndex(contracts: readonly ObjectTypeContract[]): ContractIndex {
  const byKey = new Map(contracts.map((contract) => [contract.key, contract]));
  const byCollection = Map.groupBy(contracts, collectionOf);
  return {
    contractOf: (key) => byKey.get(key),
    siblingsOf: (contract) => {
      const [first = contract, ...others] = byCollection.get(collectionOf(contract)) ?? [];
      return [first, ...others];
    },
    byCollection: (types) => {
      const groups = Map.groupBy(types, (type) => {
        const contract = byKey.get(type);
        return contract ? collectionOf(contract) : type;
      });
      return [...groups.values()];
    },
  };
}

/** What makes two types share a listing. */
export function collectionOf({ version, path }: Pick<ObjectTypeContract, "version" | "path">): string {
  return `${version} ${path}`.toLowerCase();
}
