import { describe, expect, it } from "vitest";
import { auditActions } from "../../src/domain/audit/audit-entry.ts";
import { errorCodes } from "../../src/domain/error/error-codes.ts";
import { serviceGroupSchema } from "../../src/domain/graph/service-group.ts";
import { runTypeNames } from "../../src/domain/operation-run/run-type.ts";
import { hasRight, rightsOf, roles } from "../../src/domain/tenant/rights.ts";
import { rolesWith } from "../../web/src/pages/to-problem.ts";
import { de } from "../../web/src/words/de.ts";
import { en } from "../../web/src/words/en.ts";
import { wordFor } from "../../web/src/words/word-for.ts";

/** Every address of a text within the words, with what stands there. */
function textsOf(words: object, at = ""): readonly (readonly [string, unknown])[] {
  return Object.entries(words).flatMap(([name, value]) =>
    typeof value === "object" && value !== null ? textsOf(value, `${at}.${name}`) : [[`${at}.${name}`, value] as const],
  );
}

const names = (words: object): readonly string[] => textsOf(words).map(([name]) => name);

describe("words of the portal", () => {
  it("both languages have the same texts, and none is empty", () => {
    expect(names(de).toSorted()).toEqual(names(en).toSorted());
    expect(textsOf({ en, de }).filter(([, text]) => typeof text === "string" && text.trim() === "")).toEqual([]);
  });

  it("every code of docs/errors.md has words that say what helps", () => {
    expect(Object.keys(en.codes).toSorted()).toEqual(Object.keys(errorCodes).toSorted());
  });

  it("every right, role, run type, audited action and service group has a word", () => {
    expect(Object.keys(en.terms.rights).toSorted()).toEqual(rightsOf("owner").toSorted());
    expect(Object.keys(en.terms.roles).toSorted()).toEqual([...roles].toSorted());
    expect(Object.keys(en.terms.runTypes).toSorted()).toEqual([...runTypeNames].toSorted());
    expect(Object.keys(en.terms.auditActions).toSorted()).toEqual([...auditActions].toSorted());
    expect(Object.keys(en.terms.groups)).toEqual(expect.arrayContaining([...serviceGroupSchema.options]));
  });

  it("the roles that are named for a missing right are those of the product", () => {
    for (const right of rightsOf("owner")) {
      const having = roles.filter((role) => hasRight(role, right)).map((role) => en.terms.roles[role]);
      expect([right, rolesWith(right, en)]).toEqual([right, having]);
    }
  });

  it("a value of a newer release is shown as it is", () => {
    expect([wordFor(en.terms.roles, "owner"), wordFor(en.terms.roles, "auditor")]).toEqual(["Owner", "auditor"]);
    expect(wordFor(en.terms.roles, "constructor")).toBe("constructor");
  });
});
