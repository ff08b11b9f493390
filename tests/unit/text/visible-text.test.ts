import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/domain/error/fault.ts";
import { toLogText, visibleText } from "../../../src/domain/text/visible-text.ts";

describe("text from outside", () => {
  it("a text that moves a cursor, begins a line or turns the writing round is shown as a sign", () => {
    expect(visibleText("\u001b[31mred\u0007\r\n\t\u007f")).toBe("␛[31mred␇␍␊␉␡");
    expect(visibleText("a\u009b31m\u2028b\u202eexe.\u2066c\u200f")).toBe("a\ufffd31m\ufffdb\ufffdexe.\ufffdc\ufffd");
  });

  it("a text of every other kind stays as it is, and a second time changes nothing", () => {
    expect(visibleText("Grüße, 世界 👩‍👩‍👧 =1; 'a'")).toBe("Grüße, 世界 👩‍👩‍👧 =1; 'a'");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = visibleText(text);
        expect(visibleText(shown)).toBe(shown);
        expect(shown.length).toBe(text.length);
      }),
    );
  });

  it("reaches no answer, log or failure through a fault's message", () => {
    expect(new Fault("graph_refused", "The object \u001b]0;x\u0007 is refused.").message).toBe(
      "The object ␛]0;x␇ is refused.",
    );
  });

  it("is one line of a log, with what caused it", () => {
    const error = new Error("one\ntwo\u001b[2J", { cause: new Error("three\r\nfour") });
    const line = toLogText(error);
    expect(line).toMatch(/^Error: one␊two␛\[2J.* caused by Error: three␍␊four/);
    expect(line).not.toMatch(/\p{Cc}/u);
    expect(toLogText("a\nb")).toBe("a␊b");
  });
});
