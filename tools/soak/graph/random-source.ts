import type { Random } from "@tenantpilot/embedded-azure/random";
import type { MicrosoftTypes } from "../../graph/microsoft-types.ts";
import { type MakeObject, makeRandomObjects } from "../../graph/random-objects.ts";

/** What objects are made with. */
export type RandomSource = {
  readonly microsoft: MicrosoftTypes;
  readonly random: Random;
  readonly make: MakeObject;
  /** How many children and links an object has of each sort. */
  readonly relatedCount: { readonly from: number; readonly to: number };
};

export function makeRandomSource(
  microsoft: MicrosoftTypes,
  random: Random,
  relatedCount: RandomSource["relatedCount"],
): RandomSource {
  return { microsoft, random, relatedCount, make: makeRandomObjects(microsoft, random) };
}
