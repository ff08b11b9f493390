import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareEntries, type Entry } from "../../../src/domain/snapshot/entry.ts";
import { parseManifestText, toManifestText } from "../../../src/domain/snapshot/manifest-text.ts";
import { aManifest, anEntry } from "../../builders/an-entry.ts";

const text = fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.constantFrom("a\nb", "\u2028", "é", '"'));
const entry = fc.record({ type: fc.constantFrom("a", "B", "é", "group"), id: text, name: text, size: fc.nat() });
const entries = fc
  .uniqueArray(entry, { selector: ({ type, id }) => JSON.stringify([type, id]), maxLength: 12 })
  .map((all) => all.map((each) => anEntry(each)));

describe("the text of a manifest", () => {
  it("gives back what went in, in order, with the same root hash (I3)", () => {
    fc.assert(
      fc.property(entries, (all) => {
        const written = toManifestText(aManifest(all));
        const read = parseManifestText(written.text);
        expect(read.rootHash).toBe(written.rootHash);
        expect(read.manifest).toEqual(aManifest(all.toSorted(compareEntries)));
      }),
    );
  });

  it("does not depend on the order in which entries were read", () => {
    fc.assert(
      fc.property(entries, (all) => {
        expect(toManifestText(aManifest(all.toReversed())).text).toBe(toManifestText(aManifest(all)).text);
      }),
    );
  });

  it("is refused when any one character is changed, missing or added (I3)", () => {
    const change = fc.record({
      at: fc.nat(),
      does: fc.constantFrom("change", "remove", "add"),
      char: fc.constantFrom("0", "\n", " ", "x"),
    });
    fc.assert(
      fc.property(entries, change, (all, { at, does, char }) => {
        const whole = toManifestText(aManifest(all)).text;
        const position = at % (whole.length + (does === "add" ? 1 : 0));
        const added = does === "remove" ? "" : char;
        const changed = whole.slice(0, position) + added + whole.slice(does === "add" ? position : position + 1);
        fc.pre(changed !== whole);
        expect(() => parseManifestText(changed)).toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it("orders entries totally: type before id, by code units", () => {
    const key = ({ type, id }: Entry): string => `${type}\u0000${id}`;
    fc.assert(
      fc.property(entries, (all) => {
        const sorted = all.toSorted(compareEntries);
        for (const [position, each] of sorted.slice(1).entries()) {
          const before = sorted[position] ?? each;
          expect(compareEntries(before, each)).toBe(-1);
          expect(compareEntries(each, before)).toBe(1);
          expect(before.type < each.type || (before.type === each.type && before.id < each.id)).toBe(true);
        }
        expect(new Set(sorted.map(key)).size).toBe(all.length);
      }),
    );
  });
});
