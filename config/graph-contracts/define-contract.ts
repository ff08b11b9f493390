import type { ObjectTypeContract } from "../../src/domain/graph/object-type-contract.ts";

type Names<T> = Extract<keyof T, string>;

/** A contract whose property names must exist on Microsoft's own type; what may be left out has a default. */
export type ContractFor<T> = Omit<
  ObjectTypeContract,
  "children" | "nameProperty" | "platform" | "meta" | "volatile" | "secrets" | "references" | "read"
> & {
  readonly read?: ObjectTypeContract["read"];
  readonly children?: readonly (Omit<ObjectTypeContract["children"][number], "path" | "countedBy"> & {
    readonly path: Names<T>;
    readonly countedBy?: Names<T>;
  })[];
  readonly nameProperty: Names<T>;
  readonly platform: { readonly property: Names<T> } | { readonly constant: string } | null;
  readonly meta?: readonly Names<T>[];
  readonly volatile?: readonly Names<T>[];
  readonly secrets?: readonly string[];
  readonly references?: readonly { readonly to: string; readonly path: string }[];
};

/** Defaults of a contract, in one place. */
export function defineContract<T>(contract: ContractFor<T>): ObjectTypeContract {
  return {
    ...contract,
    read: contract.read ?? "list",
    children: [...(contract.children ?? [])],
    meta: [...(contract.meta ?? [])],
    volatile: [...(contract.volatile ?? [])],
    secrets: [...(contract.secrets ?? [])],
    references: [...(contract.references ?? [])],
  };
}
