import { canonicalJson } from "../json/canonical-json.ts";
import { type SettingDefinition, settingDefinitionSchema } from "./setting-definition.ts";

export type Definitions = ReadonlyMap<string, SettingDefinition>;

/** Definitions as NDJSON in order of their ids: equal ones give equal bytes, so a week without news writes nothing. */
export function toDefinitionsText(definitions: Definitions): string {
  const sorted = [...definitions.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sorted.map((each) => `${canonicalJson(each)}\n`).join("");
}

/** Reads them back. What this version does not understand is left out, as if Microsoft had not named it. */
export function parseDefinitionsText(text: string): Definitions {
  const lines = text.split("\n").filter((line) => line !== "");
  const definitions = lines.flatMap((line) => settingDefinitionSchema.safeParse(parseLine(line)).data ?? []);
  return new Map(definitions.map((each) => [each.id, each]));
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
