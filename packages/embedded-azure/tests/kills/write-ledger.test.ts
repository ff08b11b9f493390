import { describe, expect, it } from "vitest";
import { makeWriteLedger } from "./write-ledger.ts";

const done = async () => undefined;
const lost = () => Promise.reject(new Error("The server is gone."));

describe("the ledger of a kill series", () => {
  it("finds an acknowledged change that is lost", async () => {
    const ledger = makeWriteLedger();
    await ledger.change("a", "new", done);
    expect(ledger.compare(new Map())).toEqual(['a: expected "new", found nothing']);
  });

  it("finds what nobody asked for", () => {
    expect(makeWriteLedger().compare(new Map([["a", "x"]]))).toEqual(["a: nobody asked for it"]);
  });

  it("takes either state after an answer that was lost, and no third one", async () => {
    const withDoubt = async () => {
      const ledger = makeWriteLedger();
      await ledger.change("a", "old", done);
      await ledger.change("a", "new", lost).catch(() => undefined);
      return ledger;
    };
    expect((await withDoubt()).compare(new Map([["a", "old"]]))).toEqual([]);
    expect((await withDoubt()).compare(new Map([["a", "new"]]))).toEqual([]);
    expect((await withDoubt()).compare(new Map([["a", "other"]]))).toHaveLength(1);
    expect((await withDoubt()).compare(new Map())).toHaveLength(1);
  });

  it("holds what it found once for sure from then on", async () => {
    const ledger = makeWriteLedger();
    await ledger.change("a", "new", lost).catch(() => undefined);
    expect(ledger.compare(new Map([["a", "new"]]))).toEqual([]);
    expect(ledger.compare(new Map())).toHaveLength(1);
  });

  it("counts only what was acknowledged", async () => {
    const ledger = makeWriteLedger();
    await ledger.change("a", "new", done);
    await ledger.change("b", "new", lost).catch(() => undefined);
    expect(ledger.acknowledged()).toBe(1);
  });
});
