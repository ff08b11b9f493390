import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRepeatedKey } from "../../../src/domain/json/find-repeated-key.ts";

describe("a name that an object has twice", () => {
  it.each([
    ['{"a":1,"a":2}', "a"],
    ['{"a":{"b":1},"c":[{"d":1,"e":2,"d":3}]}', "d"],
    ['{"a":1,"\\u0061":2}', "a"],
    ['{"":1, "" :2}', ""],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
    ['{"a\\"":1,"a\\"":2}', 'a"'],
  ])("is found wherever it stands and however it is written: %s", (text, name) => {
    expect(findRepeatedKey(text)).toBe(name);
  });

  it.each(['{"a":"a","b":"a"}', '[{"a":1},{"a":2}]', '{"a":{"a":{"a":1}}}', '{"a":"x\\"a\\":1"}', '"a"', "[]", "1"])(
    "is not seen where there is none: %s",
    (text) => {
      expect(findRepeatedKey(text)).toBeUndefined();
    },
  );

  it("is not in any text that a value is written as", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(findRepeatedKey(JSON.stringify(JSON.parse(text)))).toBeUndefined();
      }),
    );
  });
});
