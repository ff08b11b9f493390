import { knownCollections } from "@tenantpilot/graph-simulator/collections";
import written from "@tenantpilot/graph-simulator/property-names" with { type: "json" };
import { describe, expect, it } from "vitest";
import { allPropertyNames } from "../../../tools/graph/all-property-names.ts";
import { parseDeclarations } from "../../../tools/graph/parse-declarations.ts";
import { toPropertyNames } from "../../../tools/graph/to-property-names.ts";

describe("the property names of the local Graph", () => {
  it("the property names of the local Graph are those of Microsoft's declarations (else: node tools/launch.mjs tools/graph-properties.ts)", () => {
    expect(written).toEqual(allPropertyNames());
  });

  it("the property names of the local Graph are there for every collection with a row of its own", () => {
    const named = new Set(Object.keys(written));
    expect(knownCollections.filter(({ entityType }) => !named.has(entityType))).toEqual([]);
  });

  it("the property names of the local Graph follow bases, kinds and what stands inline, and no relation that is not asked for", () => {
    const types = parseDeclarations(
      [
        "export interface Entity {\n    id?: string;\n}",
        "export interface Base extends Entity {\n    name?: NullableOption<string>;\n}",
        "export interface Kind extends Base {\n    part?: NullableOption<Part[]>;\n    items?: Item[];\n    owner?: Owner;\n}",
        "export interface Part {\n    size?: number;\n}",
        "export interface Item extends Entity {}",
        "export interface Owner extends Entity {\n    secret?: string;\n}",
      ].join("\n"),
    );
    expect(toPropertyNames(types, ["base"], new Set(["items"]))).toEqual({
      base: "entity name",
      entity: "- id",
      item: "entity",
      kind: "base part:part items:item owner",
      part: "- size",
    });
  });
});
