import fc from "fast-check";
import { z } from "zod";
import openapi from "../../../docs/api/openapi.json" with { type: "json" };
import type { Route } from "../../../functions/http/route.ts";
import type { Request } from "./http-app-in-process.ts";

/** The part of a JSON Schema that this API's description uses. */
type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
};

const schemaSchema: z.ZodType<Schema> = z.looseObject({});
const parameterSchema = z.object({ in: z.string(), name: z.string(), schema: schemaSchema });
const jsonSchema = z.object({ "application/json": z.object({ schema: schemaSchema }) });

/** One operation of an OpenAPI document, as far as a request of it needs. */
const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(parameterSchema).default([]),
  requestBody: z.object({ content: jsonSchema }).optional(),
});

export type Operation = z.infer<typeof operationSchema>;

/** A route as the API's description has it. */
export function operationOf({ id }: Route): Operation {
  const all = Object.values(openapi.paths).flatMap((methods) => Object.values(methods));
  return operationSchema.parse(all.find((operation) => operation.operationId === id));
}

// What has broken programs of this kind: injection into SQL, OData, paths, formulas and HTML, and names of prototypes.
const attacks = [
  "' OR 1=1 --",
  '"; SELECT * FROM c',
  "') or startswith(displayName,'a",
  "../../../../etc/passwd",
  "..%2f..%2f",
  '=HYPERLINK("http://127.0.0.1")',
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "toString",
  "\u0000",
  "\ufeff",
  "\u202e",
  "\ud800",
  "a\r\nb: c",
  "%",
  "%00",
  "{tenantId}",
  "NaN",
  "1e999",
  "-0",
  "9007199254740993",
  "null",
  "",
  " ",
];

const oddText = fc.oneof(
  fc.constantFrom(...attacks),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  fc.integer({ min: 200, max: 20_000 }).map((length) => "x".repeat(length)),
);

const oddValue = fc.oneof(oddText, fc.jsonValue({ maxDepth: 4 }), fc.double(), fc.maxSafeInteger());

// A body that is no value of any schema, or no JSON at all.
const oddBody = fc.oneof(
  fc.json({ maxDepth: 6 }),
  oddText,
  fc.integer({ min: 1, max: 5_000 }).map((depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`),
  fc.integer({ min: 1, max: 5_000 }).map((depth) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`),
  fc.constant('{"a":1,"a":2}'),
);

/**
 * Random requests of an operation: most of its values fit its schema, some are of another type, huge, or an attack.
 * `known` are values that something has, by the name of the parameter.
 */
export function requestsOf(operation: Operation, known: Readonly<Record<string, string>>): fc.Arbitrary<Request> {
  const of = (place: string) => operation.parameters.filter((each) => each.in === place);
  const texts = (place: string): fc.Arbitrary<Record<string, string>> => {
    const values = of(place).map(({ name, schema }) => [name, textOf(schema, known[name])] as const);
    return fc.record(Object.fromEntries(values));
  };
  const some = (place: string): fc.Arbitrary<Record<string, string>> =>
    fc
      .tuple(texts(place), fc.infiniteStream(fc.boolean()))
      .map(([all, isThere]) => Object.fromEntries(Object.entries(all).filter(() => isThere.next().value)));
  const body = operation.requestBody?.content["application/json"].schema;
  return fc.record({
    params: texts("path").map((params) => mapText(params, (text) => text.toWellFormed())),
    query: fc.oneof({ weight: 9, arbitrary: some("query") }, { weight: 1, arbitrary: oddRecord }),
    headers: some("header").map((headers) => mapText(headers, (text) => text.replaceAll(/[^\x20-\x7e]/g, "?"))),
    body: body
      ? fc.oneof({ weight: 4, arbitrary: someOf(body) }, { weight: 1, arbitrary: oddBody })
      : fc.constant(undefined),
  });
}

const oddRecord = fc.dictionary(oddText, oddText, { maxKeys: 3 });

function mapText(texts: Record<string, string>, change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, change(text)]));
}

/** As a parameter of an address has it; an odd value of another type in some way. */
function toText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function textOf(schema: Schema, known: string | undefined): fc.Arbitrary<string> {
  const fitting = known === undefined ? someOf(schema).map(toText) : fc.constant(known);
  return fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 1, arbitrary: oddText });
}

function someOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 8, arbitrary: fittingOf(schema) }, { weight: 1, arbitrary: oddValue });
}

function fittingOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(someOf));
  if (schema.format === "date-time") return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  const { minimum: min = -5, maximum: max = 5_000 } = schema;
  if (schema.type === "integer") return fc.integer({ min: Math.max(min, -1e9), max: Math.min(max, 1e9) });
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "null") return fc.constant(null);
  if (schema.type === "array") return fc.array(someOf(schema.items ?? {}), { maxLength: 4 });
  if (schema.type !== "object") return fc.string({ maxLength: 40 });
  const properties = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, someOf(each)] as const);
  return fc.record(Object.fromEntries(properties), { requiredKeys: [] });
}
