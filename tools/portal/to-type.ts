/** The part of JSON Schema that the description of the API uses; what limits a value (lengths, patterns) is no type. */
export type Schema = {
  readonly $ref?: string;
  readonly const?: string | number | boolean | null;
  readonly enum?: readonly (string | number | null)[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
};

/** A schema as the text of a TypeScript type. Throws on a schema that it cannot say: a type must not be wider than the API. */
export function toType(schema: Schema, indent = ""): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(" | ");
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return either.map((each) => toMember(each, indent)).join(" | ");
  if (schema.allOf) return schema.allOf.map((each) => toMember(each, indent)).join(" & ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => toMember({ ...schema, type }, indent)).join(" | ");
  return toPlainType(schema, indent);
}

function toPlainType(schema: Schema, indent: string): string {
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "number":
    case "integer":
      return "number";
    case "array":
      return `readonly ${toMember(schema.items ?? {}, indent)}[]`;
    case "object":
      return toObject(schema, indent);
    default:
      // {} takes every JSON value and { not: {} } takes none: the body of a 204.
      if (Object.keys(schema).length === 0) return "unknown";
      if (schema.not && Object.keys(schema.not).length === 0) return "undefined";
      throw new Error(`No type for the schema ${JSON.stringify(schema)}`);
  }
}

/** A type as a part of another one. */
function toMember(schema: Schema, indent: string): string {
  const type = toType(schema, indent);
  const isComposed = schema.enum || schema.anyOf || schema.oneOf || schema.allOf || typeof schema.type === "object";
  return isComposed || schema.type === "array" ? `(${type})` : type;
}

function toObject({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const deeper = `${indent}  `;
  const lines = Object.entries(properties).map(
    ([name, schema]) => `${toKey(name)}${required.includes(name) ? "" : "?"}: ${toType(schema, deeper)};`,
  );
  const others = additionalProperties === true ? {} : additionalProperties || undefined;
  // An index signature holds for the named properties too: beside them it can only be unknown.
  if (others && lines.length > 0 && Object.keys(others).length > 0)
    throw new Error(`No type for other properties beside ${Object.keys(properties).join(", ")}`);
  if (others) lines.push(`[name: string]: ${toType(others, deeper)};`);
  if (lines.length === 0) return "Record<string, never>";
  return `{\n${lines.map((line) => `${deeper}readonly ${line}\n`).join("")}${indent}}`;
}

function toKey(name: string): string {
  return /^\w+$/.test(name) ? name : JSON.stringify(name);
}
