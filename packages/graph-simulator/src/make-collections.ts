import type { Child, Collection, ServiceGroup, Version } from "./collection.ts";

const betaOnly: readonly Version[] = ["beta"];
export const bothVersions: readonly Version[] = ["v1.0", "beta"];
export const works = { expandInList: "works", expandOnItem: "works" } as const;

export const assignments: Child = { name: "assignments", ...works };

type Row = Partial<Omit<Collection, "path" | "entityType" | "serviceGroup">>;

/** A collection below a root; whatever the row does not say is as most are: beta, concrete, large pages, no children. */
export function makeCollections(
  root: string,
  serviceGroup: ServiceGroup,
  rows: readonly (readonly [string, string, Row?])[],
) {
  return rows.map(
    ([path, entityType, row = {}]): Collection => ({
      isPolymorphic: false,
      versions: betaOnly,
      pageSize: 1000,
      maxTop: 1000,
      children: [],
      hiddenInLists: [],
      modifiedProperty: "lastModifiedDateTime",
      ...row,
      path: `${root}${path}`,
      entityType,
      serviceGroup,
    }),
  );
}

export const assigned = { children: [assignments] };
