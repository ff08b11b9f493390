import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Child } from "../local/graph/collection.ts";
import { collections } from "../local/graph/collections.ts";
import { parseDeclarations } from "./graph/parse-declarations.ts";
import { toPropertyNames } from "./graph/to-property-names.ts";

// Writes local/graph/types/property-names.json: the properties that each kind of object may have, from Microsoft's own
// type declarations. Run it again after a new collection or a new version of that package.

const declarations = fileURLToPath(import.meta.resolve("@microsoft/microsoft-graph-types-beta/microsoft-graph.d.ts"));
const target = new URL("../local/graph/types/property-names.json", import.meta.url);

function namesOf(children: readonly Child[]): string[] {
  return children.flatMap(({ name, children: inner }) => [name, ...namesOf(inner ?? [])]);
}

const types = parseDeclarations(await readFile(declarations, "utf8"));
const roots = collections.map(({ entityType }) => entityType);
const children = new Set(collections.flatMap((collection) => namesOf(collection.children)));
const names = toPropertyNames(types, roots, children);
await writeFile(target, `${JSON.stringify(names, undefined, 2)}\n`);
process.stdout.write(`${Object.keys(names).length} types written.\n`);
