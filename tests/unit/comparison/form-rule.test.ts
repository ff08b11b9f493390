import { describe, expect, it } from "vitest";
import written from "../../../config/comparison/plain-types.json" with { type: "json" };
import { contracts } from "../../../config/graph-contracts/registry.ts";
import { formIdOf } from "../../../src/domain/comparison/form-rule.ts";
import { plainTypes } from "../../../tools/graph/plain-types.ts";
import { aComparedBy, contractNamed } from "../../builders/a-compared-by.ts";

describe("the rule of a form", () => {
  it("has another id with anything that decides about a form, and the same with what is for showing", () => {
    const child = { path: "settings", query: "$expand=x", nested: { path: "parts" } };
    const rules = [
      aComparedBy(),
      aComparedBy({ volatile: ["version"] }),
      aComparedBy({ query: "$expand=settings" }),
      aComparedBy({ children: [child] }),
      aComparedBy({ children: [{ ...child, nested: { path: "others" } }] }),
      aComparedBy({ links: [{ path: "categories" }] }),
      aComparedBy({ references: [{ to: "group", path: "ids[]" }] }),
      aComparedBy({ secrets: [{ path: "password", kind: "masked" }] }),
      aComparedBy({ comparison: { ignore: ["tracking"] } }),
      aComparedBy({ comparison: { keepsEmpty: ["prefix"] } }),
      aComparedBy({ comparison: { lists: [{ at: "rules", key: "content" }] } }),
      aComparedBy({ comparison: { plainTypes: ["#microsoft.graph.keyValuePair"] } }),
      aComparedBy({ comparison: { orderedSettings: ["ordered"] } }),
    ];
    const ids = rules.map(formIdOf);
    expect(new Set(ids).size).toBe(rules.length);
    expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
    const shown = { text: [{ at: "payload", as: "plist" } as const], tenantBound: ["owner"] };
    expect(formIdOf(aComparedBy({ comparison: shown }))).toBe(ids[0]);
  });

  it("is there for every type", () => {
    expect(contracts.map(formIdOf).every((id) => id.length === 16)).toBe(true);
    expect(formIdOf(contractNamed("settingsCatalog"))).not.toBe(formIdOf(contractNamed("mobileAppWin32")));
  });

  it("knows the types of values from which none derives as Microsoft declares them (else: node tools/launch.mjs tools/graph-plain-types.ts)", () => {
    expect(written).toEqual(plainTypes());
  });
});
