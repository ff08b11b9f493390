import { HttpRequest } from "@azure/functions";
import { describe, expect, it } from "vitest";
import { parseIfMatch } from "../../../functions/http/parse-request.ts";

const parse = (ifMatch?: string) =>
  parseIfMatch(
    new HttpRequest({
      method: "PATCH",
      url: "http://localhost/",
      headers: ifMatch === undefined ? {} : { "if-match": ifMatch },
    }),
  );

describe("the header If-Match (RFC 9110 13.1.1)", () => {
  it("names one version, several or any", () => {
    expect(parse('"a"')).toEqual(['"a"']);
    expect(parse(' "a" ,  "b,c","" ')).toEqual(['"a"', '"b,c"', '""']);
    expect(parse("*")).toBe("*");
  });

  it("matches no version by a weak tag", () => {
    expect(parse('W/"a"')).toEqual([]);
    expect(parse('W/"a", "b"')).toEqual(['"b"']);
  });

  it("must be there", () => {
    expect(() => parse()).toThrow(expect.objectContaining({ code: "precondition_required" }));
    expect(() => parse("  ")).toThrow(expect.objectContaining({ code: "precondition_required" }));
  });

  it.each(["a", '"a', '"a" "b"', '*, "a"', '"a",', "w/x"])("a header that is no If-Match is refused: %s", (given) => {
    expect(() => parse(given)).toThrow(expect.objectContaining({ code: "invalid_request" }));
  });
});
