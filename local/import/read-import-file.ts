import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { canonicalJson } from "../../src/domain/json/canonical-json.ts";
import { parseJson } from "../../src/domain/json/exact-json.ts";
import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import { collectionOf } from "./collection-of.ts";
import { decodeText } from "./decode-text.ts";
import { foreignLayout } from "./foreign-layout.ts";
import { isFirstPage, objectsIn } from "./objects-in.ts";
import { type Children, childrenIn, hasNoObject } from "./sidecar-file.ts";

/** Something that a file turned out to hold. Objects still have their annotations. */
export type ImportEntry = { readonly file: string } & (
  | { readonly kind: "object"; readonly collectionPath: string; readonly object: JsonObject }
  | { readonly kind: "children"; readonly children: Children }
  /** `isUnreadable`: the file is no JSON, so that its content is unknown. */
  | { readonly kind: "problem"; readonly reason: string; readonly isUnreadable?: true }
);

/** `file` is relative to the folder, with forward slashes. Undefined: it is known to hold nothing. Never throws. */
export async function readImportFile(folder: string, file: string): Promise<readonly ImportEntry[] | undefined> {
  if (hasNoObject(file)) return undefined;
  if (/\.ya?ml$/i.test(file)) return [problem(file, "YAML, as IntuneCD may write it: only JSON is read")];
  if (!/\.json$/i.test(file)) return [problem(file, "Not a JSON file, and no known side file")];
  try {
    // A JSON text holds nothing but JSON values.
    const json = parseJson(decodeText(await readFile(join(folder, file)))) as JsonValue;
    return foundIn(file, json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "Cannot be read";
    return [{ file, kind: "problem", reason, isUnreadable: true }];
  }
}

function foundIn(file: string, json: JsonValue): readonly ImportEntry[] {
  if (!isExact(json)) return [problem(file, "Holds a number or a text that cannot be kept as it is")];
  const children = childrenIn(file, json);
  if (children) return [{ file, kind: "children", children }];
  const objects = objectsIn(json);
  if (!objects) return [problem(file, "Holds no JSON object and no list of objects")];
  const found = objects.map((object, index) =>
    toFound(file, object, objects.length > 1 ? `object ${index + 1}: ` : ""),
  );
  return isFirstPage(json) ? [...found, problem(file, "Holds one page of a list that has more")] : found;
}

function toFound(file: string, object: JsonObject, which: string): ImportEntry {
  const foreign = foreignLayout(object);
  if (foreign !== undefined) return problem(file, `${which}${foreign}`);
  const { collectionPath, reason } = collectionOf(object, file.split("/").slice(0, -1));
  if (collectionPath === undefined) return problem(file, `${which}${reason}`);
  return { file, kind: "object", collectionPath, object };
}

function problem(file: string, reason: string): ImportEntry {
  return { file, kind: "problem", reason };
}

function isExact(json: JsonValue): boolean {
  try {
    canonicalJson(json);
    return true;
  } catch {
    return false;
  }
}
