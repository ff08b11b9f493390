import type { Cloud } from "../../src/domain/graph/cloud.ts";
import type { Comparison } from "../../src/domain/graph/comparison-contract.ts";
import type { ContractChild, ContractLink, ObjectTypeContract } from "../../src/domain/graph/object-type-contract.ts";
import { orderedSettings } from "../comparison/ordered-settings.ts";
import plainTypes from "../comparison/plain-types.json" with { type: "json" };
import { texts } from "../comparison/texts.ts";

/** Property names of T; of any member where T is a union of kinds. */
type Names<T> = T extends unknown ? Extract<keyof T, string> : never;
/** A property path inside an object: its first step must be a property of T. */
type PropertyPath<T> = Names<T> | `${Names<T>}.${string}` | `${Names<T>}[]` | `${Names<T>}[].${string}`;

type Fact = "key" | "displayName" | "platformGroup" | "path" | "evidence" | "serviceGroup" | "risk";
type Option = "version" | "query" | "pageSize" | "fixedOdataType" | "detail" | "read" | "assignments" | "snapshot";
type More = "licence" | "restore" | "absentIs404";

/** A contract whose property names must exist on Microsoft's own type; what may be left out has a default. */
export type ContractFor<T> = Pick<ObjectTypeContract, Fact> &
  Partial<Pick<ObjectTypeContract, Option | More>> & {
    readonly permissions: { readonly read: readonly string[]; readonly write: readonly string[] };
    readonly notAvailable?: readonly Cloud[];
    readonly notes?: readonly string[];
    readonly differs?: readonly string[];
    readonly builtIn?: Omit<NonNullable<ObjectTypeContract["builtIn"]>, "property"> & { readonly property: Names<T> };
    readonly children?: readonly (Omit<ContractChild, "path" | "countedBy"> & {
      readonly path: Names<T>;
      readonly countedBy?: Names<T>;
    })[];
    readonly links?: readonly (Omit<ContractLink, "path" | "on"> & {
      readonly path: Names<T>;
      readonly on?: readonly string[];
    })[];
    readonly nameProperty?: Names<T> | null;
    readonly platform?: { readonly property: Names<T> } | { readonly constant: string } | null;
    readonly meta?: readonly Names<T>[];
    readonly volatile?: readonly PropertyPath<T>[];
    readonly secrets?: readonly (Omit<Secret, "path"> & { readonly path: PropertyPath<T> })[];
    readonly references?: readonly { readonly to: string; readonly path: PropertyPath<T> }[];
    readonly comparison?: ComparisonFor<T>;
    readonly kinds?: Exclude<Kinds, { readonly by: "property" }> | (ByProperty & { readonly path: PropertyPath<T> });
  };

type ComparisonFor<T> = {
  readonly lists?: readonly { readonly at: PropertyPath<T>; readonly key: readonly string[] | "content" | "order" }[];
  readonly text?: readonly { readonly at: PropertyPath<T>; readonly as: Comparison["text"][number]["as"] }[];
} & { readonly [Part in "ignore" | "keepsEmpty" | "tenantBound"]?: readonly PropertyPath<T>[] };

type Secret = ObjectTypeContract["secrets"][number];
type Kinds = ObjectTypeContract["kinds"];
type ByProperty = Extract<Kinds, { readonly by: "property" }>;

// Graph keeps these on nearly every object; they say when, not what.
const times = ["createdDateTime", "lastModifiedDateTime"];

/** A contract with its defaults. */
export function defineContract<T>(contract: ContractFor<T>): ObjectTypeContract {
  const { nameProperty = "displayName", platform = null, volatile = [] } = contract;
  return {
    version: "beta",
    pageSize: null,
    kinds: { by: "collection" },
    detail: "list",
    read: "list",
    assignments: "none",
    snapshot: "whole",
    restore: "preview_only",
    ...contract,
    nameProperty,
    platform,
    children: [...(contract.children ?? [])],
    links: (contract.links ?? []).map(({ on, ...link }) => ({ ...link, ...(on && { on: [...on] }) })),
    meta: [...(contract.meta ?? [])],
    volatile: [...new Set([...times, ...volatile])],
    secrets: [...(contract.secrets ?? [])],
    references: [...(contract.references ?? [])],
    comparison: toComparison(contract.comparison ?? {}),
    notAvailable: [...(contract.notAvailable ?? [])],
    notes: [...(contract.notes ?? [])],
    differs: [...(contract.differs ?? [])],
    permissions: { read: [...contract.permissions.read], write: [...contract.permissions.write] },
  };
}

function toComparison<T>(given: ComparisonFor<T>): Comparison {
  return {
    lists: (given.lists ?? []).map(({ at, key }) => ({ at, key: typeof key === "string" ? key : [...key] })),
    ignore: [...(given.ignore ?? [])],
    keepsEmpty: [...(given.keepsEmpty ?? [])],
    tenantBound: [...(given.tenantBound ?? [])],
    text: [...texts, ...(given.text ?? [])],
    plainTypes,
    orderedSettings: [...orderedSettings],
  };
}
