import type { JsonObject } from "../../src/domain/json/json-value.ts";

/** A Settings Catalog policy with the count of its settings, or why it cannot be whole. */
export function checkSettings(policy: JsonObject): { object: JsonObject } | { reason: string } {
  const { settings, settingCount } = policy;
  if (!Array.isArray(settings)) return { reason: "The policy has no list of settings" };
  if (typeof settingCount === "number" && settingCount !== settings.length) {
    return { reason: `The policy announces ${settingCount} settings and has ${settings.length}` };
  }
  return { object: { ...policy, settingCount: settings.length } };
}
