import { type Schema, toType } from "./to-type.ts";

type Parameter = {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly name: string;
  readonly required?: boolean;
  readonly schema: Schema;
};
type Content = { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> };
type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
};

/** A description of an API, as `npm run openapi` writes it: parameters and answers in place, only schemas by reference. */
export type Openapi = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const json = "application/json";

/** The API as TypeScript: a type for each schema, the types of each operation, and a table of methods and paths. */
export function toOperations({ paths, components }: Openapi): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const schemas = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${name} = ${toType(schema)};`,
  );
  const types = operations.map(({ operation }) => toOperationType(operation));
  const table = operations.map(
    ({ operation: { operationId }, method, path }) => `  ${operationId}: ["${method}", "${path}"],`,
  );
  return [
    "// Made from docs/api/openapi.json by `npm run portal:api`; not to be edited.",
    ...schemas,
    `export type Operations = {\n${types.join("\n")}\n};`,
    `export const operations = {\n${table.join("\n")}\n} as const satisfies Record<keyof Operations, readonly [method: string, path: string]>;\n`,
  ].join("\n\n");
}

function toOperationType({ operationId, parameters = [], requestBody, responses }: Operation): string {
  const body = requestBody?.content?.[json]?.schema;
  const members = {
    params: toParameters(parameters, "path"),
    query: toParameters(parameters, "query"),
    headers: toParameters(parameters, "header"),
    body: body ? toType(body, "    ") : "undefined",
    answer: toAnswer(responses),
  };
  const lines = Object.entries(members).map(([name, type]) => `    readonly ${name}: ${type};\n`);
  return `  readonly ${operationId}: {\n${lines.join("")}  };`;
}

/** What may be left out may also be undefined: filters come out of an address, where most are missing. */
function toParameters(parameters: readonly Parameter[], place: Parameter["in"]): string {
  const lines = parameters
    // The browser itself keeps answers and asks with their ETag.
    .filter((each) => each.in === place && each.name !== "If-None-Match")
    .map(({ name, required, schema }) => {
      const type = toType(schema, "      ");
      return `      readonly ${JSON.stringify(name)}${required ? `: ${type}` : `?: ${type} | undefined`};\n`;
    });
  return lines.length === 0 ? "Record<string, never>" : `{\n${lines.join("")}    }`;
}

/** The types of all successes, each once; what is not JSON is for a file, so it comes as a Blob. */
function toAnswer(responses: Operation["responses"]): string {
  const types = Object.entries(responses)
    .filter(([status]) => status.startsWith("2"))
    .map(([, { content = {} }]) => {
      const schema = content[json]?.schema;
      return schema ? toType(schema, "    ") : "Blob";
    });
  // What only leads a browser on answers a program nothing.
  return [...new Set(types)].join(" | ") || "undefined";
}
