import type { StoredText } from "../snapshot/stored-text.ts";
import type { DefinitionSets } from "./definition-sets.ts";
import type { DefinitionLanguage } from "./language.ts";

/** Names of settings, of the platform: no tenant has any of its own. */
export type DefinitionRepository = {
  /** Which sets there are; undefined before the first reading. */
  sets(): Promise<DefinitionSets | undefined>;
  /** Replaces what there is. */
  keepSets(sets: DefinitionSets): Promise<void>;
};

/** The blobs of the sets, named by their content. */
export type DefinitionBlobs = {
  /** Makes sure that the text is there; answers how many bytes were stored for it, none where it was there. */
  put(language: DefinitionLanguage, hash: string, text: string): Promise<number>;
  read(language: DefinitionLanguage, hash: string): Promise<StoredText>;
};
