import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../../functions/http/to-csv.ts";
import { visibleText } from "../../../src/domain/text/visible-text.ts";

/** The cells of a CSV text, as RFC 4180 reads them. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  const cell = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,\r\n]*))(?<end>,|\r\n)/g;
  let row: string[] = [];
  for (const { groups } of text.matchAll(cell)) {
    row.push(groups?.["quoted"]?.replaceAll('""', '"') ?? groups?.["plain"] ?? "");
    if (groups?.["end"] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const marked = (text: string): string => visibleText(text).replace(/(^|[;␉])(\s*[=+\-@＝＋－＠])/g, "$1'$2");

describe("a CSV file", () => {
  it("gives back every cell, but for what could not be seen and the mark before a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 5 }), (rows) => {
        const back = parseCsv(toCsv(["a", "b"], rows));
        expect(back.slice(1)).toEqual(rows.map((cells) => cells.map(marked)));
      }),
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "＝1"])("keeps %j from being a formula", (text) => {
    const [, [cell] = []] = parseCsv(toCsv(["a"], [[text]]));
    expect(cell).toBe(`'${text}`);
  });

  it.each([
    ["a;=1+1;b", "a;'=1+1;b"],
    ["a; @SUM(A1)", "a;' @SUM(A1)"],
    ["a\t=1", "a␉'=1"],
    ["\t=1", "␉'=1"],
    [";-1;+2", ";'-1;'+2"],
  ])("keeps %j from being a formula where cells are divided by semicolons or tabs", (text, shown) => {
    const [, [cell] = []] = parseCsv(toCsv(["a"], [[text]]));
    expect(cell).toBe(shown);
  });

  it("shows what a terminal or a spreadsheet would do instead of show", () => {
    expect(toCsv(["a"], [["\u001b[2J\r\n=1\u202e"]])).toBe("a\r\n␛[2J␍␊=1\ufffd\r\n");
  });

  it("leaves numbers as they are, and nothing empty", () => {
    expect(toCsv(["a", "b"], [[-1, null]])).toBe("a,b\r\n-1,\r\n");
  });
});
