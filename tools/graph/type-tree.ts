import type { Declaration, PropertyType } from "./parse-declarations.ts";

export type TypeTree = {
  readonly has: (name: string) => boolean;
  readonly baseOf: (name: string) => string | undefined;
  /** Whether it is related by navigation rather than held inline: Microsoft derives all such types from `entity`. */
  readonly isEntity: (name: string) => boolean;
  /** A type's properties, those of its bases included. */
  readonly propertiesOf: (name: string) => ReadonlyMap<string, PropertyType>;
  /** All types that derive from it, at any depth. */
  readonly typesBelow: (name: string) => readonly string[];
  /** The type itself where nothing derives from it, else all that derive from it and from which nothing does. */
  readonly kindsOf: (name: string) => readonly string[];
};

/** Types by their bases, and answers kept: the same are asked for often. */
export function makeTypeTree(types: ReadonlyMap<string, Declaration>): TypeTree {
  const below = Map.groupBy(types.keys(), (name) => types.get(name)?.base ?? "");

  /** The type and its bases, the type first. */
  const lineOf = kept((name): string[] => {
    const line: string[] = [];
    for (let each: string | undefined = name; each !== undefined; each = types.get(each)?.base) line.push(each);
    return line;
  });
  const typesBelow = kept((name): readonly string[] =>
    (below.get(name) ?? []).flatMap((each) => [each, ...typesBelow(each)]),
  );
  const kindsOf = kept((name): readonly string[] => below.get(name)?.flatMap((each) => kindsOf(each)) ?? [name]);

  return {
    has: (name) => types.has(name),
    baseOf: (name) => types.get(name)?.base,
    isEntity: (name) => lineOf(name).includes("entity"),
    propertiesOf: kept(
      (name) =>
        new Map(
          lineOf(name)
            .toReversed()
            .flatMap((each) => [...(types.get(each)?.properties ?? [])]),
        ),
    ),
    typesBelow,
    kindsOf,
  };
}

function kept<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const found = made.get(name) ?? make(name);
    made.set(name, found);
    return found;
  };
}
