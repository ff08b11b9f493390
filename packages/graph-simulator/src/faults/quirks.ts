import type { Child, Collection } from "../collection.ts";

/** Odd ways of Graph that a client must live with (graph.md 2); each can be switched off, to see what it costs. */
export const quirks = [
  // Pages of 25 where others have 1000.
  "small_pages",
  // `$expand` that gives nothing, and says nothing.
  "silent_expand",
  // `$expand` that is a 400.
  "refused_expand",
  // Paths of the metadata that no service answers.
  "missing_routes",
  // No `@odata.type` on objects of a concrete collection.
  "missing_types",
  // Properties that are null in lists, or there only when they are selected.
  "hidden_properties",
  // Filters that are taken and change nothing.
  "ignored_filters",
  // Read-only properties that a create may not carry.
  "refused_properties",
  // Objects that are not there yet for a while after their create.
  "late_creates",
  // Values that are masked.
  "masked_values",
] as const;

export type Quirk = (typeof quirks)[number];

const plainPage = 1000;

/** The collections as they would be without some quirks. */
export function collectionsWithout(collections: readonly Collection[], off: ReadonlySet<Quirk>): readonly Collection[] {
  return off.size === 0 ? collections : collections.map((collection) => withoutQuirks(collection, off));
}

function withoutQuirks(collection: Collection, off: ReadonlySet<Quirk>): Collection {
  return {
    ...collection,
    children: collection.children.map((child) => plainChild(child, off)),
    ...(off.has("small_pages") && {
      pageSize: Math.max(collection.pageSize, plainPage),
      maxTop: Math.max(collection.maxTop, plainPage),
    }),
    ...(off.has("missing_types") && { showsType: true }),
    ...(off.has("hidden_properties") && { hiddenInLists: [], onlyOnSelect: [] }),
    ...(off.has("late_creates") && { shownAfterMs: 0 }),
    ...(off.has("ignored_filters") && { ignoresFilter: false }),
    ...(off.has("refused_properties") && { refusedOnCreate: [] }),
    ...(off.has("missing_routes") && { noCastRoute: undefined }),
    ...(off.has("masked_values") && { masksOmaSettings: false }),
  };
}

function plainChild(child: Child, off: ReadonlySet<Quirk>): Child {
  const isPlain = (expansion: Child["expandInList"]): boolean =>
    (expansion === "empty" && off.has("silent_expand")) || (expansion === "refused" && off.has("refused_expand"));
  return {
    ...child,
    ...(isPlain(child.expandInList) && { expandInList: "works" }),
    ...(isPlain(child.expandOnItem) && { expandOnItem: "works" }),
    ...(off.has("small_pages") && { pageSize: plainPage }),
    ...(off.has("missing_routes") && { noRoute: undefined }),
    ...(child.children && { children: child.children.map((each) => plainChild(each, off)) }),
  };
}
