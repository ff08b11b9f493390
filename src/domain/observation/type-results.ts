import type { Part, TypeResult } from "./part.ts";

/** A type as one part found it. */
export type CountedType = { readonly part: Part; readonly result: TypeResult };

/** What counts of some parts: each type once, by the first part that has it. A doubled activity reads a type twice. */
export function countedTypes(parts: readonly Part[]): CountedType[] {
  const counted = new Map<string, CountedType>();
  for (const part of parts) {
    for (const result of part.types) if (!counted.has(result.type)) counted.set(result.type, { part, result });
  }
  return [...counted.values()];
}

export function typeResults(parts: readonly Part[]): TypeResult[] {
  return countedTypes(parts).map(({ result }) => result);
}
