import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type Openapi, toOperations } from "../../../tools/portal/to-operations.ts";
import { type Schema, toType } from "../../../tools/portal/to-type.ts";

const read = (path: string) => readFile(new URL(`../../../${path}`, import.meta.url), "utf8");

describe("web/src/api/operations.ts", () => {
  it("is what docs/api/openapi.json says (else: npm run portal:api)", async () => {
    const described = JSON.parse(await read("docs/api/openapi.json"));
    expect(await read("web/src/api/operations.ts")).toBe(toOperations(described));
  });

  it("has for each operation its parameters by place, its body and its successes", () => {
    expect(toOperations(aDescription)).toContain(
      [
        "  readonly changeThing: {",
        "    readonly params: {",
        '      readonly "thingId": string;',
        "    };",
        "    readonly query: {",
        '      readonly "state"?: "on" | "off" | undefined;',
        "    };",
        "    readonly headers: {",
        '      readonly "If-Match": string;',
        "    };",
        "    readonly body: number;",
        "    readonly answer: Thing | Blob;",
        "  };",
      ].join("\n"),
    );
    expect(toOperations(aDescription)).toContain('  changeThing: ["PATCH", "/things/{thingId}"],');
    expect(toOperations(aDescription)).toContain("export type Thing = boolean;");
  });
});

describe("a schema as a type", () => {
  it.each<[string, Schema]>([
    ["string", { type: "string" }],
    ["number", { type: "integer" }],
    ["unknown", {}],
    ["undefined", { not: {} }],
    ["Thing", { $ref: "#/components/schemas/Thing" }],
    ['"a" | "b"', { type: "string", enum: ["a", "b"] }],
    ["string | null", { type: ["string", "null"] }],
    ['readonly ("a" | "b")[]', { type: "array", items: { enum: ["a", "b"] } }],
    ["readonly (readonly string[])[]", { type: "array", items: { type: "array", items: { type: "string" } } }],
    ["readonly (string | null)[]", { type: "array", items: { type: ["string", "null"] } }],
    ["(string | null) | 1", { oneOf: [{ type: ["string", "null"] }, { const: 1 }] }],
    [
      '{\n  readonly a: string;\n  readonly "b-c"?: number;\n}',
      { type: "object", properties: { a: { type: "string" }, "b-c": { type: "number" } }, required: ["a"] },
    ],
    ["{\n  readonly [name: string]: string;\n}", { type: "object", additionalProperties: { type: "string" } }],
    ["Record<string, never>", { type: "object", properties: {}, additionalProperties: false }],
  ])("is %j", (type, schema) => {
    expect(toType(schema)).toBe(type);
  });

  it("a schema that cannot be said is refused: a type is never wider than the API", () => {
    expect(() => toType({ type: "set" })).toThrow("No type for the schema");
    expect(() => toType({ not: { type: "string" } })).toThrow("No type for the schema");
    const both: Schema = {
      type: "object",
      properties: { a: { type: "number" } },
      additionalProperties: { type: "string" },
    };
    expect(() => toType(both)).toThrow("No type for other properties beside a");
  });
});

const aDescription: Openapi = {
  components: { schemas: { Thing: { type: "boolean" } } },
  paths: {
    "/things/{thingId}": {
      patch: {
        operationId: "changeThing",
        parameters: [
          { in: "path", name: "thingId", required: true, schema: { type: "string" } },
          { in: "query", name: "state", schema: { enum: ["on", "off"] } },
          { in: "header", name: "If-Match", required: true, schema: { type: "string" } },
          { in: "header", name: "If-None-Match", schema: { type: "string" } },
        ],
        requestBody: { content: { "application/json": { schema: { type: "number" } } } },
        responses: {
          200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } },
          202: { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } },
          206: { content: { "text/csv": { schema: { type: "string" } } } },
          304: {},
          default: { content: { "application/problem+json": { schema: { type: "string" } } } },
        },
      },
    },
  },
};
