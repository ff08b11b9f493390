import { expect, it } from "vitest";
import { fuzzApi } from "../../../tools/soak/api/fuzz-api.ts";

// Many more: npm run soak -- --only api.
it("no request, whatever is in it, gets a 5xx, a stack trace or no answer", async () => {
  const { contradictions } = await fuzzApi(1, 500);
  expect(contradictions).toEqual([]);
});
