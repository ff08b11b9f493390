import { describe, expect, it } from "vitest";
import { makeBook } from "./book.ts";

const done = async () => undefined;
const lost = () => Promise.reject(new Error("The server is gone."));

describe("the book of a kill series", () => {
  it("finds an acknowledged change that is lost", async () => {
    const book = makeBook();
    await book.change("a", "new", done);
    expect(book.compare(new Map())).toEqual(['a: expected "new", found nothing']);
  });

  it("finds what nobody asked for", () => {
    expect(makeBook().compare(new Map([["a", "x"]]))).toEqual(["a: nobody asked for it"]);
  });

  it("takes either state after an answer that was lost, and no third one", async () => {
    const withDoubt = async () => {
      const book = makeBook();
      await book.change("a", "old", done);
      await book.change("a", "new", lost).catch(() => undefined);
      return book;
    };
    expect((await withDoubt()).compare(new Map([["a", "old"]]))).toEqual([]);
    expect((await withDoubt()).compare(new Map([["a", "new"]]))).toEqual([]);
    expect((await withDoubt()).compare(new Map([["a", "other"]]))).toHaveLength(1);
    expect((await withDoubt()).compare(new Map())).toHaveLength(1);
  });

  it("holds what it found once for sure from then on", async () => {
    const book = makeBook();
    await book.change("a", "new", lost).catch(() => undefined);
    expect(book.compare(new Map([["a", "new"]]))).toEqual([]);
    expect(book.compare(new Map())).toHaveLength(1);
  });

  it("counts only what was acknowledged", async () => {
    const book = makeBook();
    await book.change("a", "new", done);
    await book.change("b", "new", lost).catch(() => undefined);
    expect(book.acknowledged()).toBe(1);
  });
});
