import { describe, expect, it } from "vitest";
import { allRights, bestRole, hasRight, rightsOf, roles } from "../../../src/domain/tenant/rights.ts";

describe("rights", () => {
  it("each right has one sentence of its own, and one role that first gives it", () => {
    const sentences = allRights.map(({ sentence }) => sentence);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{10,110}\.$/);
    expect(new Set(allRights.map(({ right }) => right)).size).toBe(allRights.length);
  });

  it("a role has all rights of those before it, and one that is not known has none", () => {
    for (const [position, role] of roles.entries()) {
      const lesser = roles[position - 1];
      expect(rightsOf(role)).toEqual(expect.arrayContaining(lesser ? rightsOf(lesser) : []));
    }
    expect(rightsOf("owner")).toEqual(allRights.map(({ right }) => right));
    expect([rightsOf("unknown"), rightsOf(null)]).toEqual([[], []]);
  });

  it("P5.3 people and audit are for managers to see, and for owners to change and to prove", () => {
    for (const right of ["member.read", "audit.read", "tenant.verify"] as const) {
      expect([hasRight("operator", right), hasRight("manager", right)]).toEqual([false, true]);
    }
    for (const right of ["member.write", "setting.write", "audit.verify"] as const) {
      expect([hasRight("manager", right), hasRight("owner", right)]).toEqual([false, true]);
    }
    expect([hasRight("reader", "directory.sync"), hasRight("operator", "directory.sync")]).toEqual([false, true]);
  });

  it("the best of several roles counts, and one that is not known is less than any other", () => {
    expect(bestRole(["reader", "manager", "operator"])).toBe("manager");
    expect(bestRole(["unknown", "reader"])).toBe("reader");
    expect([bestRole(["unknown"]), bestRole([])]).toEqual(["unknown", null]);
  });
});
