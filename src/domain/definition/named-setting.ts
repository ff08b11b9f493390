import type { Definitions } from "./definitions-text.ts";
import type { SettingDefinition } from "./setting-definition.ts";
import { labelOfUnknown, nameOfUnknown } from "./words-of-id.ts";

/** A setting in words; `isKnown` says whether they are Microsoft's, or made from its id. */
export type NamedSetting = SettingDefinition & { readonly isKnown: boolean };

/** Names a setting, whatever its id: one that Microsoft does not name stays readable and whole. */
export function nameSetting(definitions: Definitions, id: string): NamedSetting {
  const known = definitions.get(id);
  if (known) return { ...known, isKnown: true };
  return { id, name: nameOfUnknown(id), category: null, options: [], isKnown: false };
}

/** Names one of its options. */
export function nameOption({ id, options }: SettingDefinition, optionId: string): string {
  return options.find((each) => each.id === optionId)?.label ?? labelOfUnknown(id, optionId);
}
