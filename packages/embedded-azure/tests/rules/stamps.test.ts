import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeStamps } from "../../src/blobs/store/version-ids.ts";

const aMoment = fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2100-01-01") });

describe("stamps", () => {
  it("stamps grow with every change, whatever the clock does and however often the server restarts", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(aMoment, fc.boolean()), { minLength: 2, maxLength: 30 }), (moments) => {
        let nowMs = 0;
        let stamp = makeStamps(undefined, () => nowMs);
        const ids: string[] = [];
        for (const [moment, restarts] of moments) {
          nowMs = moment;
          if (restarts) stamp = makeStamps(ids.at(-1), () => nowMs);
          ids.push(stamp().versionId);
        }
        expect(ids).toEqual([...new Set(ids)].sort());
      }),
    );
  });

  it("stamps are times in UTC with seven digits after the second", () => {
    const { versionId, etag } = makeStamps(undefined, () => Date.parse("2026-11-24T20:17:54.123Z"))();
    expect(versionId).toBe("2026-11-24T20:17:54.1230000Z");
    expect(etag).toMatch(/^"0x[0-9A-F]+"$/);
  });
});
