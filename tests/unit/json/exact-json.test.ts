import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../src/domain/json/canonical-json.ts";
import { parseJson, toJsonText } from "../../../src/domain/json/exact-json.ts";

describe("a number of a JSON text", () => {
  const whole = ["9007199254740993", "-9007199254740993", "9223372036854775807", "18446744073709551615"];
  it.each(whole)("%s keeps its digits through parsing, canonical form and answer", (text) => {
    const value = parseJson(`{"value":${text}}`);
    expect(value).toEqual({ value: BigInt(text) });
    expect(canonicalJson(value)).toBe(`{"value":${text}}`);
    expect(toJsonText(value)).toBe(`{"value":${text}}`);
  });

  it("keeps them too when it is written with a point or a power of ten", () => {
    expect(parseJson("[9007199254740993.0, 9007199254740993e0, 900719925474099.3e1]")).toEqual(
      Array.from({ length: 3 }, () => 9007199254740993n),
    );
  });

  it("is an ordinary number where that changes nothing, so that its canonical form is what it was", () => {
    const text = "[0,-0,1.0,1e2,0.1,1e21,9007199254740991,9007199254740992,100000000000000000000,5e-324]";
    expect(parseJson(text)).toEqual(JSON.parse(text));
    // Seventeen digits of a double, as older serialisers write it.
    expect(parseJson("[0.30000000000000004, 0.10000000000000001]")).toEqual([0.30000000000000004, 0.1]);
  });

  it.each(["1e400", "-1e400", "1e-400", "0.1234567890123456789", `1${"0".repeat(39)}1`])(
    "a number that nothing here holds, %s, has no canonical form, so that its object fails by name",
    (text) => {
      expect(() => canonicalJson(parseJson(`{"value":${text}}`))).toThrow(TypeError);
    },
  );

  it("a number that is a double is what JSON.parse makes of it, in any notation", () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    const notation = fc.constantFrom(
      (value: number) => JSON.stringify(value),
      (value: number) => value.toExponential(),
    );
    fc.assert(
      fc.property(double, notation, (value, write) => {
        const text = `[${write(value)}]`;
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it("a whole number comes back digit by digit, whatever its size", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }), (value) => {
        expect(canonicalJson(parseJson(`[${value}]`))).toBe(`[${value}]`);
      }),
      { numRuns: 1_000 },
    );
  });

  it("a number inside a text is text", () => {
    const text = '{"a":"9007199254740993, 1e400","b":[" :9007199254740993"]}';
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });
});

it("a text that is no JSON is refused as JSON.parse refuses it", () => {
  for (const text of ["", "{", "[9007199254740993", "01", "NaN"]) expect(() => parseJson(text)).toThrow(SyntaxError);
});
