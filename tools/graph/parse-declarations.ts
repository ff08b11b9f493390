export type PropertyType = {
  /** Without namespace; what is no interface and no enumeration is `string`, `number`, `boolean` or `any`. */
  readonly type: string;
  readonly isMany: boolean;
  readonly isNullable: boolean;
};

export type Declaration = {
  /** Name of the type it extends, without namespace; undefined for one that stands alone. */
  readonly base: string | undefined;
  /** Of its own properties. */
  readonly properties: ReadonlyMap<string, PropertyType>;
};

const declaration = /^export interface (?<name>\w+)(?: extends (?<base>\w+))? \{(?<body>\}|[\s\S]*?^\})/gm;
const property = /^ {4}(?<key>\w+)\?: (?<type>[^;]+);/gm;
const enumeration = /^export type (?<name>\w+) =(?<members>[^;]+);/gm;

/** The interfaces of Microsoft's declarations by name; names begin in lower case, as on the wire. */
export function parseDeclarations(text: string): Map<string, Declaration> {
  // A namespace below the main one indents its interfaces, and no collection here is of one.
  const found = [...text.matchAll(declaration)].map(({ groups = {} }): [string, Declaration] => {
    const properties = [...(groups["body"] ?? "").matchAll(property)].map((each): [string, PropertyType] => {
      const { key = "", type = "" } = each.groups ?? {};
      return [key, parseType(type)];
    });
    const base = groups["base"];
    return [toWireName(groups["name"] ?? ""), { base: base && toWireName(base), properties: new Map(properties) }];
  });
  return new Map(found);
}

/** Members of the enumerations of Microsoft's declarations, by name as above. */
export function parseEnumerations(text: string): Map<string, readonly string[]> {
  const found = [...text.matchAll(enumeration)].map(({ groups = {} }): [string, string[]] => {
    const members = [...(groups["members"] ?? "").matchAll(/"([^"]+)"/g)].flatMap(([, member]) => member ?? []);
    return [toWireName(groups["name"] ?? ""), members];
  });
  return new Map(found.filter(([, members]) => members.length > 0));
}

function parseType(text: string): PropertyType {
  const type = toWireName(text.replace(/^NullableOption</, "").replace(/[[\]>]/g, ""));
  return { type, isMany: text.includes("[]"), isNullable: text.startsWith("NullableOption<") };
}

function toWireName(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
