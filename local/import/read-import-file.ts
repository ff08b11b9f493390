import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseJson } from "../../src/domain/json/exact-json.ts";
import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import { collectionOf } from "./collection-of.ts";
import { decodeText } from "./decode-text.ts";
import { isJsonObject } from "./is-json-object.ts";
import { type Children, childrenIn, holdsNoObject } from "./side-file.ts";

/** What one file turned out to be. Objects still have their annotations. */
export type ImportFile = { readonly file: string } & (
  | { readonly kind: "object"; readonly collectionPath: string; readonly object: JsonObject }
  | { readonly kind: "children"; readonly children: Children }
  | { readonly kind: "none" }
  | { readonly kind: "problem"; readonly reason: string }
);

/** `file` is relative to the folder, with forward slashes. Never throws: what cannot be read is a problem. */
export async function readImportFile(folder: string, file: string): Promise<ImportFile> {
  if (holdsNoObject(file)) return { file, kind: "none" };
  if (!/\.json$/i.test(file)) return { file, kind: "problem", reason: "Not a JSON file, and no known side file" };
  try {
    // A JSON text holds nothing but JSON values.
    const json = parseJson(decodeText(await readFile(join(folder, file)))) as JsonValue;
    return toImportFile(file, json);
  } catch (error) {
    return { file, kind: "problem", reason: error instanceof Error ? error.message : "Cannot be read" };
  }
}

function toImportFile(file: string, json: JsonValue): ImportFile {
  const children = childrenIn(file, json);
  if (children) return { file, kind: "children", children };
  if (!isJsonObject(json)) return { file, kind: "problem", reason: "Holds no JSON object" };
  const { collectionPath, reason } = collectionOf(json, file.split("/").slice(0, -1));
  if (collectionPath === undefined) return { file, kind: "problem", reason };
  return { file, kind: "object", collectionPath, object: json };
}
