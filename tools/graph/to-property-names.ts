import type { Declaration } from "./parse-declarations.ts";

type Types = ReadonlyMap<string, Declaration>;

/**
 * For each type that an object of the roots can hold, in one line: its base (or `-`), then its own properties, those
 * of a known type as `name:type`. Related objects are followed only below the names given: the rest is not held inline.
 */
export function toPropertyNames(
  types: Types,
  roots: readonly string[],
  followed: ReadonlySet<string>,
): Record<string, string> {
  const subtypes = Map.groupBy(types.keys(), (name) => types.get(name)?.base ?? "");
  const isInline = (property: string, type: string): boolean =>
    types.has(type) && (followed.has(property) || !isEntity(types, type));
  const reached = new Map<string, string>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = types.get(name);
    if (!type || reached.has(name)) continue;
    const own = [...type.properties].map(([key, held]) => (isInline(key, held) ? `${key}:${held}` : key));
    reached.set(name, [type.base ?? "-", ...own].join(" "));
    const held = [...type.properties].filter(([key, each]) => isInline(key, each)).map(([, each]) => each);
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

function isEntity(types: Types, name: string): boolean {
  for (let each: string | undefined = name; each !== undefined; each = types.get(each)?.base) {
    if (each === "entity") return true;
  }
  return false;
}
