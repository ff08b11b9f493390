import { describe, expect, it } from "vitest";
import { parseConstraint } from "../../src/host/http/route-constraint.ts";

const guid = "5b0c7d52-6a51-4f0e-9a37-2d1f4c8e6a01";

describe("a route constraint", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["int", ["7", "-7", "2147483647"], ["x", "1.5", "", "2147483648"]],
    ["long", ["2147483648"], ["1.5", "x"]],
    ["bool", ["true", "FALSE"], ["1", "yes"]],
    ["guid", [guid, `{${guid.toUpperCase()}}`, guid.replaceAll("-", "")], [guid.slice(1), "x"]],
    ["alpha", ["abcXYZ"], ["a1", "a-b"]],
    ["decimal", ["1.5", "-2"], ["x", " "]],
    ["double", ["1e3"], ["x"]],
    ["float", ["1.5"], ["x"]],
    ["datetime", ["2026-03-01", "2026-03-01T10:00:00Z"], ["someday"]],
    ["minlength(2)", ["ab"], ["a"]],
    ["maxlength(2)", ["ab"], ["abc"]],
    ["length(2)", ["ab"], ["a", "abc"]],
    ["length(1,2)", ["a", "ab"], ["abc"]],
    ["min(2)", ["2"], ["1", "x"]],
    ["max(2)", ["2"], ["3", "x"]],
    ["range(2,3)", ["2", "3"], ["1", "4", "x"]],
    ["regex(^a+$)", ["aa", "AA"], ["ab"]],
    ["required", ["a"], [""]],
  ])("%s takes what ASP.NET takes and nothing else", (text, allowed, refused) => {
    const allows = parseConstraint(text);
    expect(allowed.filter((value) => !allows(value))).toEqual([]);
    expect(refused.filter(allows)).toEqual([]);
  });
});
