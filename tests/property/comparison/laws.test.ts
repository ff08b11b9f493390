import { expect, it } from "vitest";
import { readMicrosoftTypes } from "../../../tools/graph/microsoft-types.ts";
import { brokenLaws } from "../../../tools/soak/forms/broken-laws.ts";
import { randomFormCase } from "../../../tools/soak/forms/random-form-case.ts";

// 10,000 cases are `npm run soak -- --only forms`; these are the same every time.
it("forms and differences of 300 random objects of all types keep the laws L1 to L8 (P1.2)", () => {
  const microsoft = readMicrosoftTypes();
  const seeds = Array.from({ length: 300 }, (_, index) => 20_261_201 + index);
  const broken = seeds.flatMap((seed) =>
    brokenLaws(randomFormCase(microsoft, seed), seed).map((law) => `${law} seed ${seed}`),
  );
  expect(broken).toEqual([]);
});
