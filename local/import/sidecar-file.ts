import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import { isJsonObject } from "./is-json-object.ts";

/** `<name>_Settings.json` of IntuneManagement, `Assignments/<name>.json` of IntuneBackupAndRestore. */
const childFiles = [
  { pattern: /^(?<owner>.*)_settings\.json$/i, property: "settings" },
  { pattern: /^(?<owner>.*)_assignments\.json$/i, property: "assignments" },
  { pattern: /^(?<owner>.*\/)assignments\/(?<name>[^/]+)\.json$/i, property: "assignments" },
] as const;

/** Hidden files, texts for people, scripts and profiles beside the object that has them in base64, and lists of groups of an export. */
const withoutObjects: readonly RegExp[] = [
  /(^|\/)\.[^/]+\//,
  /(^|\/)\.(?![^/]*\.json$)[^/]+$/i,
  /(^|\/)(licen[cs]e|readme|changelog)(\.txt)?$/i,
  /\.md$/i,
  /(^|\/)(powershellscripts|devicehealthscripts|script content|script data)\/([^/]+\/)*[^/]+\.(ps1|sh)$/i,
  /(^|\/)mobileconfig\/[^/]+\.(mobileconfig|xml)$/i,
  /_(detection|remediation|requirement)script\.ps1$/i,
  /(^|\/)migrationtable\.json$/i,
];

/** Whether a file is known to hold no object of its own and nothing of another. `file` has forward slashes. */
export function hasNoObject(file: string): boolean {
  return withoutObjects.some((pattern) => pattern.test(file));
}

/** The children of another file's object that a file holds; `owner` is that file, or its folder and the object's id. */
export type Children = { readonly owner: string; readonly property: string; readonly items: readonly JsonValue[] };

/** What a side file adds to its object; undefined for a file that is no such thing. */
export function childrenIn(file: string, json: JsonValue): Children | undefined {
  for (const { pattern, property } of childFiles) {
    const { owner, name = "" } = pattern.exec(file)?.groups ?? {};
    if (owner === undefined) continue;
    const items = itemsIn(json, property);
    // The assignments of an app are filed under its id, `<id> - <name>.json`.
    const [, id] = /^([0-9a-f-]{36}) - /i.exec(name) ?? [];
    return items && { owner: id === undefined ? `${owner}${name}.json` : `${owner}${id}`, property, items };
  }
  return undefined;
}

/** Names under which children may know their object, in lower case: exports come from file systems where case does not count. */
export function ownerKeys(file: string, { id = null }: JsonObject): string[] {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return [file, ...(typeof id === "string" ? [`${folder}${id}`] : [])].map((key) => key.toLowerCase());
}

/** A list, `{settings: [...]}`, a saved answer, or a list of one that PowerShell wrote as that one. */
function itemsIn(json: JsonValue, property: string): readonly JsonValue[] | undefined {
  if (Array.isArray(json)) return json;
  if (!isJsonObject(json)) return undefined;
  const names = Object.keys(json).filter((name) => !name.includes("@"));
  // A policy that is called `… _Settings` has more than a list.
  const list = names.length === 1 ? (json[property] ?? json["value"]) : undefined;
  if (list !== undefined) return Array.isArray(list) ? list : isJsonObject(list) ? [list] : undefined;
  return isChild(json) ? [json] : undefined;
}

/** An assignment has a target, a value of an administrative template the link to its definition. */
function isChild(json: JsonObject): boolean {
  return (isJsonObject(json["target"]) && json["displayName"] === undefined) || "definition@odata.bind" in json;
}

/** Children under Graph's names, unless the object brought its own: an administrative template's are definition values. */
export function withChildren(object: JsonObject, collectionPath: string, { property, items }: Children): JsonObject {
  const isTemplate = collectionPath === "/deviceManagement/groupPolicyConfigurations" && property === "settings";
  const name = isTemplate ? "definitionValues" : property;
  const own = object[name];
  return Array.isArray(own) && own.length > 0 ? object : { ...object, [name]: items };
}
