import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Declaration, parseDeclarations, parseEnumerations } from "./parse-declarations.ts";
import { makeTypeTree, type TypeTree } from "./type-tree.ts";

export type MicrosoftTypes = {
  readonly types: ReadonlyMap<string, Declaration>;
  readonly tree: TypeTree;
  /** Members by the name of the enumeration. */
  readonly enumerations: ReadonlyMap<string, readonly string[]>;
};

/** Microsoft's own declarations of the beta version, as the installed package has them. */
export function readMicrosoftTypes(): MicrosoftTypes {
  const file = fileURLToPath(import.meta.resolve("@microsoft/microsoft-graph-types-beta/microsoft-graph.d.ts"));
  const text = readFileSync(file, "utf8");
  const types = parseDeclarations(text);
  return { types, tree: makeTypeTree(types), enumerations: parseEnumerations(text) };
}
