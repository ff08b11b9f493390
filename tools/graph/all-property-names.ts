import type { Child } from "@tenantpilot/graph-simulator/collection";
import { knownCollections } from "@tenantpilot/graph-simulator/collections";
import { readMicrosoftTypes } from "./microsoft-types.ts";
import { toPropertyNames } from "./to-property-names.ts";

/** The properties that each kind of object of the local Graph may have, from Microsoft's own declarations. */
export function allPropertyNames(): Record<string, string> {
  const roots = knownCollections.map(({ entityType }) => entityType);
  const children = new Set(knownCollections.flatMap((collection) => namesOf(collection.children)));
  return toPropertyNames(readMicrosoftTypes().types, roots, children);
}

function namesOf(children: readonly Child[]): string[] {
  return children.flatMap(({ name, children: inner }) => [name, ...namesOf(inner ?? [])]);
}
