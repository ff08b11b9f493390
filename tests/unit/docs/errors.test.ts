import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { errorCodes } from "../../../src/domain/error/error-codes.ts";
import { toErrorsDoc } from "../../../tools/errors/to-errors-doc.ts";

const written = await readFile(new URL("../../../docs/errors.md", import.meta.url), "utf8");
const codeOfRow = /^\| `(?<code>[a-z_]+)` +\|/;

describe("docs/errors.md", () => {
  it("is what the table of codes says (else: npm run docs:errors)", () => {
    expect(written).toBe(toErrorsDoc());
  });

  it("has one row for each code, and no other", () => {
    const documented = written.split("\n").flatMap((line) => codeOfRow.exec(line)?.groups?.["code"] ?? []);
    expect(documented.sort()).toEqual(Object.keys(errorCodes).sort());
  });

  it("names each problem and says what helps", () => {
    for (const { title, advice } of Object.values(errorCodes)) {
      expect(written).toContain(title);
      expect(written).toContain(advice);
    }
  });

  it("gives each problem a name of its own: some words, no sentence", () => {
    const titles = Object.values(errorCodes).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^[A-Z][^.]{5,55}$/);
  });

  it.each(Object.entries(errorCodes))("%s has a sentence of help", (_code, { advice }) => {
    expect(advice).toMatch(/^[A-Z]\S* (?:\S+ ){2,}\S+\.$/);
  });
});
