import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";

describe("canonical JSON (RFC 8785)", () => {
  it("orders properties by UTF-16 code units, at every depth", () => {
    expect(canonicalJson({ b: { z: 1, a: 2 }, a: 1, "\ud83d\ude00": 1, "\ufb33": 2 })).toBe(
      '{"a":1,"b":{"a":2,"z":1},"\ud83d\ude00":1,"\ufb33":2}',
    );
  });

  it("keeps the order of arrays", () => {
    expect(canonicalJson([3, 1, 2])).toBe("[3,1,2]");
  });

  it("writes numbers as ECMAScript does", () => {
    expect(canonicalJson([1e21, 1.0, -0, 0.1, 4.5e-7])).toBe("[1e+21,1,0,0.1,4.5e-7]");
  });

  it("tells null, false, zero, empty and missing apart (pitfall 37)", () => {
    const texts = [{ a: null }, { a: false }, { a: 0 }, { a: "" }, { a: [] }, { a: {} }, {}].map(canonicalJson);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("writes what RFC 8785 shows in its appendix B and section 3.2.2", () => {
    const numbers = JSON.parse("[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]");
    const string = "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/";
    expect(canonicalJson({ numbers, string, literals: [null, true, false] })).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("leaves out what is undefined", () => {
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
  });

  it("refuses what is no JSON", () => {
    expect(() => canonicalJson(undefined)).toThrow(TypeError);
    expect(() => canonicalJson({ a: Number.NaN })).toThrow();
    // RFC 8785 3.2.2.2: half of a surrogate pair has no bytes in UTF-8.
    expect(() => canonicalJson({ a: "\ud800" })).toThrow();
  });
});
