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

  it("says what helps with each code", () => {
    for (const { advice } of Object.values(errorCodes)) expect(written).toContain(advice);
  });

  it.each(Object.entries(errorCodes))("%s has a sentence of help", (_code, { advice }) => {
    expect(advice).toMatch(/^[A-Z]\S* (?:\S+ ){2,}\S+\.$/);
  });
});
