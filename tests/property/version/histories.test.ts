import { expect, it } from "vitest";
import { historySeeds } from "../../../tools/soak/versions/broken-histories.ts";

// 1,000 seeds are `npm run soak -- --only versions`; these are the same every time.
it("versions are those of one quiet run, whoever is killed, repeats, comes late or works beside (RC14, P6.7)", async () => {
  expect((await historySeeds(1, 100)).contradictions).toEqual([]);
});
