export type Declaration = {
  /** Name of the type it extends, without namespace; undefined for one that stands alone. */
  readonly base: string | undefined;
  /** Type names of its own properties; what is no interface is a name that no declaration has. */
  readonly properties: ReadonlyMap<string, string>;
};

const declaration = /^export interface (?<name>\w+)(?: extends (?<base>\w+))? \{(?<body>\}|[\s\S]*?^\})/gm;
const property = /^ {4}(?<key>\w+)\?: (?<type>[^;]+);/gm;

/** The interfaces of Microsoft's declarations by name; names begin in lower case, as on the wire. */
export function parseDeclarations(text: string): Map<string, Declaration> {
  // A namespace below the main one indents its interfaces, and no collection here is of one.
  const found = [...text.matchAll(declaration)].map(({ groups = {} }): [string, Declaration] => {
    const properties = [...(groups["body"] ?? "").matchAll(property)].map((each): [string, string] => {
      const { key = "", type = "" } = each.groups ?? {};
      return [key, toWireName(type.replace(/^NullableOption</, "").replace(/[[\]>]/g, ""))];
    });
    const base = groups["base"];
    return [toWireName(groups["name"] ?? ""), { base: base && toWireName(base), properties: new Map(properties) }];
  });
  return new Map(found);
}

function toWireName(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
