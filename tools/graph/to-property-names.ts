import type { Declaration, PropertyType } from "./parse-declarations.ts";
import { makeTypeTree } from "./type-tree.ts";

/**
 * For each type that an object of the roots can hold, in one line: its base (or `-`), then its own properties, those
 * of a known type as `name:type`. Related objects are followed only below the names given: the rest is not held inline.
 */
export function toPropertyNames(
  types: ReadonlyMap<string, Declaration>,
  roots: readonly string[],
  followed: ReadonlySet<string>,
): Record<string, string> {
  const tree = makeTypeTree(types);
  const subtypes = Map.groupBy(types.keys(), (name) => types.get(name)?.base ?? "");
  const isInline = (property: string, { type }: PropertyType): boolean =>
    types.has(type) && (followed.has(property) || !tree.isEntity(type));
  const reached = new Map<string, string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = types.get(name);
    if (!type || reached.has(name)) continue;
    const own = [...type.properties].map(([key, held]) => (isInline(key, held) ? `${key}:${held.type}` : key));
    reached.set(name, [type.base ?? "-", ...own].join(" "));
    const held = [...type.properties].filter(([key, each]) => isInline(key, each)).map(([, { type: each }]) => each);
    waiting.push(...held, ...(subtypes.get(name) ?? []));
  }
  for (const name of reached.keys()) {
    // A base that nothing else led to: its properties count, its other subtypes do not. New keys are visited too.
    const base = types.get(name)?.base;
    const type = base === undefined ? undefined : types.get(base);
    if (base === undefined || !type || reached.has(base)) continue;
    reached.set(base, [type.base ?? "-", ...type.properties.keys()].join(" "));
  }
  return Object.fromEntries([...reached].sort(([one], [other]) => (one < other ? -1 : 1)));
}
