import { type Definitions, parseDefinitionsText } from "../../domain/definition/definitions-text.ts";
import { type DefinitionLanguage, fallbackLanguage } from "../../domain/definition/language.ts";
import { type NamedSetting, nameSetting } from "../../domain/definition/named-setting.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import { openTenantScope, platformId } from "../../domain/tenant-scope/tenant-scope.ts";

type NamesDeps = {
  readonly storesFor: (
    scope: Parameters<StoresFor>[0],
  ) => Pick<ReturnType<StoresFor>, "definitions" | "definitionBlobs">;
};

type Held = {
  readonly language: DefinitionLanguage;
  readonly hash: string;
  readonly definitions: Promise<Definitions>;
};

const nobodyNamed: Definitions = new Map();

/**
 * Names of settings as an app has them, for all tenants alike: one language in memory, loaded when it is first asked for
 * and again when another set has replaced it. While there is no set, or its blob is damaged, settings are named by their
 * ids: a page without names is better than none.
 */
export function makeNames({ storesFor }: NamesDeps) {
  const { definitions, definitionBlobs } = storesFor(openTenantScope(platformId, "aggregated"));
  let held: Held | undefined;

  async function read(language: DefinitionLanguage, hash: string): Promise<Definitions> {
    const stored = await definitionBlobs.read(language, hash);
    if (stored.state === "whole") return parseDefinitionsText(stored.text);
    // Somebody may have mended it by the next time.
    forget(hash);
    return nobodyNamed;
  }

  function forget(hash: string): void {
    if (held?.hash === hash) held = undefined;
  }

  async function load(wanted: DefinitionLanguage): Promise<Definitions> {
    const { languages = {} } = (await definitions.sets()) ?? {};
    const language = languages[wanted] ? wanted : fallbackLanguage;
    const hash = languages[language]?.hash;
    if (hash === undefined) return nobodyNamed;
    if (held?.language === language && held.hash === hash) return held.definitions;
    const reading = read(language, hash);
    held = { language, hash, definitions: reading };
    reading.catch(() => forget(hash));
    return reading;
  }

  return {
    /** Fault `store_unavailable`. */
    nameSetting: async (language: DefinitionLanguage, id: string): Promise<NamedSetting> =>
      nameSetting(await load(language), id),
  };
}
