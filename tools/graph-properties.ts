import { writeFile } from "node:fs/promises";
import type { Child } from "../local/graph/collection.ts";
import { collections } from "../local/graph/collections.ts";
import { readMicrosoftTypes } from "./graph/microsoft-types.ts";
import { toPropertyNames } from "./graph/to-property-names.ts";

// Writes local/graph/types/property-names.json: the properties that each kind of object may have, from Microsoft's own
// type declarations. Run it again after a new collection or a new version of that package.

const target = new URL("../local/graph/types/property-names.json", import.meta.url);

function namesOf(children: readonly Child[]): string[] {
  return children.flatMap(({ name, children: inner }) => [name, ...namesOf(inner ?? [])]);
}

const { types } = readMicrosoftTypes();
const roots = collections.map(({ entityType }) => entityType);
const children = new Set(collections.flatMap((collection) => namesOf(collection.children)));
const names = toPropertyNames(types, roots, children);
await writeFile(target, `${JSON.stringify(names, undefined, 2)}\n`);
process.stdout.write(`${Object.keys(names).length} types written.\n`);
