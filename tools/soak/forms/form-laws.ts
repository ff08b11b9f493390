import { readMicrosoftTypes } from "../../graph/microsoft-types.ts";
import { brokenLaws } from "./broken-laws.ts";
import { randomFormCase } from "./random-form-case.ts";

/** Random objects of all types, and what of their forms and differences breaks a law (specs/010-reading RC7). */
export async function formLaws(seed: number, cases = 10_000) {
  const microsoft = readMicrosoftTypes();
  const seeds = Array.from({ length: cases }, (_, index) => seed * 1_000_000 + index);
  const contradictions = seeds.flatMap((each) =>
    brokenLaws(randomFormCase(microsoft, each), each).map((law) => `${law} case ${each}`),
  );
  return { did: `${cases} forms and differences`, contradictions };
}
