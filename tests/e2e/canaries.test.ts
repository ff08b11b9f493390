import { expect, test } from "vitest";
import { searchCanaries } from "../../tools/soak/walls/search-canaries.ts";
import { sharedStack } from "./support/shared-stack.ts";

// More of them, over a product of their own: npm run soak -- --only walls.
test("P5.1 three tenants are worked with at once, and nobody gets, stores or tells anything of another", async () => {
  const { contradictions } = await searchCanaries(await sharedStack(), { seed: 1, requests: 150 });
  expect(contradictions).toEqual([]);
});
