import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "../../../functions/http/to-csv.ts";

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

const marked = (text: string): string => (/^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

describe("a CSV file", () => {
  it("gives back every cell, but for the mark before a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 5 }), (rows) => {
        const back = parseCsv(toCsv(["a", "b"], rows));
        expect(back.slice(1)).toEqual(rows.map((cells) => cells.map(marked)));
      }),
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1", "＝1"])("keeps %j from being a formula", (text) => {
    const [, [cell] = []] = parseCsv(toCsv(["a"], [[text]]));
    expect(cell).toBe(`'${text}`);
  });

  it("leaves numbers as they are, and nothing empty", () => {
    expect(toCsv(["a", "b"], [[-1, null]])).toBe("a,b\r\n-1,\r\n");
  });
});
