import { contracts } from "../../config/graph-contracts/registry.ts";
import type { ComparedBy } from "../../src/domain/comparison/form-rule.ts";
import type { ObjectTypeContract } from "../../src/domain/graph/object-type-contract.ts";

type Given = Partial<Omit<ComparedBy, "comparison">> & { readonly comparison?: Partial<ComparedBy["comparison"]> };

/** What a contract that says little has to say of comparing. */
export function aComparedBy({ comparison, ...given }: Given = {}): ComparedBy {
  const nothing = {
    lists: [],
    ignore: [],
    keepsEmpty: [],
    tenantBound: [],
    text: [],
    plainTypes: [],
    orderedSettings: [],
  };
  return {
    volatile: [],
    references: [],
    secrets: [],
    children: [],
    links: [],
    comparison: { ...nothing, ...comparison },
    ...given,
  };
}

export function contractNamed(key: string): ObjectTypeContract {
  const contract = contracts.find((each) => each.key === key);
  if (!contract) throw new Error(`There is no contract ${key}.`);
  return contract;
}
