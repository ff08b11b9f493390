import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import { isJsonObject } from "./is-json-object.ts";

/**
 * The objects that a file holds: one, those of a bare list, or those of a saved answer of a list, each with the address
 * that the answer was read from. Undefined for JSON that holds none.
 */
export function objectsIn(json: JsonValue): readonly JsonObject[] | undefined {
  if (!isAnswer(json)) return Array.isArray(json) && json.length > 0 ? onlyObjects(json) : onlyObjects([json]);
  const { "@odata.context": context, value = null } = json;
  const items = onlyObjects(Array.isArray(value) ? value : [value]);
  return items?.map((item) => (context === undefined ? item : { "@odata.context": context, ...item }));
}

/** `{"@odata.context": …, "value": [...]}`, also where PowerShell wrote a list of one as that one. */
function isAnswer(json: JsonValue): json is JsonObject {
  if (!isJsonObject(json) || typeof json["value"] !== "object") return false;
  return Object.keys(json).every((name) => name === "value" || name.startsWith("@"));
}

function onlyObjects(items: readonly JsonValue[]): readonly JsonObject[] | undefined {
  return items.every(isJsonObject) ? items : undefined;
}

/** Whether an answer says that more of its list was on another page. */
export function isFirstPage(json: JsonValue): boolean {
  return isAnswer(json) && typeof json["@odata.nextLink"] === "string";
}
