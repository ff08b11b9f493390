import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import { isJsonObject } from "./is-json-object.ts";

const childFiles = [
  { ending: "_settings.json", property: "settings" },
  { ending: "_assignments.json", property: "assignments" },
] as const;

/** Hidden files, texts for people, scripts beside the object that has them in base64, and the list of groups of an export. */
const withoutObjects: readonly RegExp[] = [
  /(^|\/)\.[^/]+\//,
  /(^|\/)\.(?![^/]*\.json$)[^/]+$/i,
  /(^|\/)(licen[cs]e|readme|changelog)(\.txt)?$/i,
  /\.md$/i,
  /(^|\/)(powershellscripts|devicehealthscripts|script content)\/([^/]+\/)*[^/]+\.ps1$/i,
  /_(detection|remediation|requirement)script\.ps1$/i,
  /(^|\/)migrationtable\.json$/i,
];

/** Whether a file is known to hold no object of its own and nothing of another. `file` has forward slashes. */
export function holdsNoObject(file: string): boolean {
  return withoutObjects.some((pattern) => pattern.test(file));
}

/** The children of another file's object that a file holds. */
export type Children = { readonly owner: string; readonly property: string; readonly items: readonly JsonValue[] };

/** What `<name>_Settings.json` adds to `<name>.json`; undefined for a file that is no such thing. */
export function childrenIn(file: string, json: JsonValue): Children | undefined {
  const kind = childFiles.find(({ ending }) => file.toLowerCase().endsWith(ending));
  if (!kind) return undefined;
  const items = Array.isArray(json) ? json : listWithout(json, kind.property);
  return items && { owner: `${file.slice(0, -kind.ending.length)}.json`, property: kind.property, items };
}

/** A policy that is called `… _Settings` has more than a list. */
function listWithout(json: JsonValue, property: string): readonly JsonValue[] | undefined {
  if (!isJsonObject(json)) return undefined;
  const names = Object.keys(json).filter((name) => !name.includes("@"));
  const list = json[property];
  return names.length === 1 && Array.isArray(list) ? list : undefined;
}

/** Children under Graph's names, unless the object brought its own: an administrative template's are definition values. */
export function withChildren(object: JsonObject, collectionPath: string, { property, items }: Children): JsonObject {
  const isTemplate = collectionPath === "/deviceManagement/groupPolicyConfigurations" && property === "settings";
  const name = isTemplate ? "definitionValues" : property;
  const own = object[name];
  return Array.isArray(own) && own.length > 0 ? object : { ...object, [name]: items };
}
