/** What a JSON text holds; a whole number that a double would round is a bigint. */
export type Json = string | number | bigint | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A line of the tree. */
export type JsonRow = {
  /** Unique: the names on the way, as a JSON pointer. */
  readonly path: string;
  readonly name: string;
  /** From 1. */
  readonly level: number;
  readonly value: Json;
  readonly place: number;
  readonly siblings: number;
};

export function isBranch(value: Json): value is readonly Json[] | { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

/** The lines that are shown: members of what is open, in the order of the document. */
export function jsonRows(value: Json, isOpen: (path: string) => boolean, path = "", level = 1): JsonRow[] {
  if (!isBranch(value)) return [];
  const members = Object.entries<Json>(value);
  return members.flatMap(([name, member], index) => {
    const row = { path: pointer(path, name), name, level, value: member, place: index + 1, siblings: members.length };
    return isOpen(row.path) ? [row, ...jsonRows(member, isOpen, row.path, level + 1)] : [row];
  });
}

/** Every path that can be opened. */
export function branchPaths(value: Json): readonly string[] {
  return jsonRows(value, () => true).flatMap((row) => (isBranch(row.value) ? [row.path] : []));
}

function pointer(path: string, name: string): string {
  return `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
