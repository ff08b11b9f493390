import type { Random } from "@tenantpilot/embedded-azure/random";
import type { MicrosoftTypes } from "../../graph/microsoft-types.ts";
import { type MakeObject, makeRandomObjects } from "../../graph/random-objects.ts";

/** What objects are made with. */
export type Making = {
  readonly microsoft: MicrosoftTypes;
  readonly random: Random;
  readonly make: MakeObject;
  /** How many parts an object has of each sort. */
  readonly parts: { readonly from: number; readonly to: number };
};

export function makeMaking(microsoft: MicrosoftTypes, random: Random, parts: Making["parts"]): Making {
  return { microsoft, random, parts, make: makeRandomObjects(microsoft, random) };
}
