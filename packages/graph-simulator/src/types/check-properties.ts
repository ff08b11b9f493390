import { type Entity, isEntity } from "../entity.ts";
import { badRequest } from "../graph-error.ts";
import table from "./property-names.json" with { type: "json" };

type Type = {
  readonly name: string;
  readonly base: string | undefined;
  /** Names of the type's own properties, with the type of each that holds objects. */
  readonly own: ReadonlyMap<string, string | undefined>;
};

const rows = new Map<string, string>(Object.entries(table).map(([name, row]) => [name.toLowerCase(), row]));

/** Refuses an object that has a property which its type does not know, at any depth, as Graph does: by its name. */
export function checkProperties(declaredType: string, entity: Entity): void {
  const type = typeOf(declaredType, entity["@odata.type"]);
  if (!type) return;
  for (const [name, value] of Object.entries(entity)) {
    if (name === "@odata.type") continue;
    const property = propertyOf(type, name);
    if (!property) throw unknownProperty(name, type);
    if (property.type) checkValue(property.type, value);
  }
}

/** Whether an object of that kind may have the property; a type without a row may have any. */
export function hasProperty(declaredType: string, { "@odata.type": type }: Entity, name: string): boolean {
  const known = typeOf(declaredType, type);
  return !known || propertyOf(known, name) !== undefined;
}

function checkValue(type: string, value: unknown): void {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const item of items) if (isEntity(item)) checkProperties(type, item);
}

function unknownProperty(name: string, type: Type): Error {
  return badRequest(
    `The property '${name}' does not exist on type 'microsoft.graph.${type.name}'. Only properties of the type can be written.`,
  );
}

/** The type that an object names, or the declared one. Undefined for a declared type without a row: it is not checked. */
function typeOf(declared: string, given: unknown): Type | undefined {
  if (typeof given !== "string") return parseRow(declared);
  const name = given.replace(/^#?microsoft\.graph\./, "");
  const found = parseRow(name);
  if (!found && rows.has(declared.toLowerCase())) {
    throw badRequest(`A type named 'microsoft.graph.${name}' could not be resolved by the model.`);
  }
  return found;
}

function propertyOf(type: Type, name: string): { readonly type: string | undefined } | undefined {
  for (let each: Type | undefined = type; each; each = each.base === undefined ? undefined : parseRow(each.base)) {
    if (each.own.has(name)) return { type: each.own.get(name) };
  }
  return undefined;
}

function parseRow(name: string): Type | undefined {
  const row = rows.get(name.toLowerCase());
  if (row === undefined) return undefined;
  const [base = "-", ...own] = row.split(" ");
  const properties = own.map((each): [string, string | undefined] => {
    const [property = "", type] = each.split(":");
    return [property, type];
  });
  return { name, base: base === "-" ? undefined : base, own: new Map(properties) };
}
