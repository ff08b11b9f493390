import type { Child, Collection } from "./collection.ts";
import { parseExpands } from "./query/parse-expands.ts";
import type { SimulatedContract } from "./simulated-contract.ts";

const largePage = 1000;
const works = { expandInList: "works", expandOnItem: "works" } as const;

/**
 * The rows with what contracts name and no row has: collections, and children of their objects, as the contract says they
 * are, without odd ways of their own. So a new object type is served before anybody has written a row for it.
 */
export function withContracts(rows: readonly Collection[], contracts: readonly SimulatedContract[]): Collection[] {
  const byPath = Map.groupBy(contracts, ({ path }) => path.split("/{id}/")[0] ?? path);
  const known = new Set(rows.map(({ path }) => path));
  const unserved = [...byPath].filter(([path]) => !known.has(path)).map(([, siblings]) => siblings);
  return [...rows, ...unserved.flatMap(toCollection)].map((row) =>
    withContractChildren(row, byPath.get(row.path) ?? []),
  );
}

function withContractChildren(row: Collection, contracts: readonly SimulatedContract[]): Collection {
  const names = new Set(row.children.map(({ name }) => name));
  const missing = contracts.flatMap(childrenOf).filter(({ name }) => !names.has(name));
  return missing.length === 0 ? row : { ...row, children: [...row.children, ...missing] };
}

function toCollection(siblings: readonly SimulatedContract[]): Collection[] {
  const [first] = siblings;
  if (!first) return [];
  const [counted] = siblings.flatMap(({ children }) =>
    children.flatMap(({ countedBy, path }) => (countedBy === undefined ? [] : [[countedBy, path] as const])),
  );
  const row: Collection = {
    path: first.path.split("/{id}/")[0] ?? first.path,
    entityType: entityTypeOf(siblings),
    isPolymorphic: first.fixedOdataType === undefined,
    versions: first.version === "beta" ? ["beta"] : ["v1.0", "beta"],
    pageSize: first.pageSize ?? largePage,
    maxTop: first.pageSize ?? largePage,
    children: [],
    hiddenInLists: [],
    serviceGroup: first.serviceGroup,
    ...(first.read === "singleton" && { singleton: "entity" as const }),
    ...(counted && { counts: counted }),
  };
  return [row];
}

function entityTypeOf(siblings: readonly SimulatedContract[]): string {
  const kinds = siblings.flatMap(({ kinds: each }) => (each.by === "odataType" ? each.is : []));
  return nameOf(siblings.find(({ fixedOdataType }) => fixedOdataType)?.fixedOdataType ?? kinds[0] ?? "entity");
}

function childrenOf({ path: own, children, links, assignments, query }: SimulatedContract): Child[] {
  const [, below] = own.split("/{id}/");
  if (below !== undefined) return [chainOf(below.split("/"))];
  return [
    ...(assignments === "get" || assignments === "expand" ? [{ name: "assignments", ...works }] : []),
    ...expandedBy(query),
    ...children.map(({ path, on, query: asked, nested, pageSize }) => ({
      name: path,
      ...(pageSize !== undefined && { pageSize }),
      ...works,
      ...kindsOf(on),
      children: [
        ...expandedBy(asked),
        ...(nested ? [{ name: nested.path, ...works, children: expandedBy(nested.query) }] : []),
      ],
    })),
    ...links.map(({ path, on, isMany }) => ({ name: path, ...works, ...kindsOf(on), isSingle: !isMany })),
  ];
}

/** Objects below others: the last name is their list, each before it one object. */
function chainOf([name = "", ...rest]: readonly string[]): Child {
  return rest.length === 0 ? { name, ...works } : { name, ...works, isSingle: true, children: [chainOf(rest)] };
}

function kindsOf(on: readonly string[] | undefined): Pick<Child, "on"> {
  return on ? { on: on.map(nameOf) } : {};
}

function expandedBy(query: string | undefined): Child[] {
  const asked = /\$expand=([^&]+)/.exec(query ?? "")?.[1] ?? "";
  return parseExpands(asked).map(({ name }) => ({ name, ...works }));
}

function nameOf(odataType: string): string {
  return odataType.replace("#microsoft.graph.", "");
}
