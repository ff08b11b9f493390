import type { JsonObject, JsonValue } from "../../src/domain/json/json-value.ts";
import { isJsonObject } from "./is-json-object.ts";

/** Why an object that another tool wrote is not what Graph holds, in one sentence; undefined where it may be. */
export function foreignLayout(object: JsonObject): string | undefined {
  if (isCapitalised(object)) {
    return "Written by the Microsoft.Graph PowerShell SDK, with names of its own: export what Graph answers (Invoke-MgGraphRequest -OutputType Json)";
  }
  if ("definition@odata.bind" in object) {
    return "IntuneBackupAndRestore layout: it keeps the values of an administrative template without the template";
  }
  if (Array.isArray(object["settingsDelta"])) {
    return "IntuneBackupAndRestore layout: it keeps what makes an intent anew, without its id and template";
  }
  if (namesOthersByName(object)) {
    return "IntuneCD layout: it keeps groups, filters and scope tags by name, where Graph has ids";
  }
  return undefined;
}

function isCapitalised(object: JsonObject): boolean {
  return "AdditionalProperties" in object || ("Id" in object && !("id" in object));
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function namesOthersByName(object: JsonObject): boolean {
  const targets = itemsOf(object["assignments"]).flatMap(({ target = null }) => (isJsonObject(target) ? [target] : []));
  const tags = [object["roleScopeTagIds"], object["roleScopeTags"]].flatMap((each) => each ?? []);
  return targets.some(isByName) || tags.some((tag) => typeof tag === "string" && !/^\d+$/.test(tag));
}

function isByName({ groupName, groupId, deviceAndAppManagementAssignmentFilterId: filter }: JsonObject): boolean {
  const isNamedFilter = typeof filter === "string" && filter !== "" && !guid.test(filter);
  return isNamedFilter || (typeof groupName === "string" && groupId === undefined);
}

function itemsOf(value: JsonValue | undefined): JsonObject[] {
  return [value].flat().filter(isJsonObject);
}
