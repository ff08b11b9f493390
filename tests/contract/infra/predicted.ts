import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

export const root = join(import.meta.dirname, "../../..");

const resourceSchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  sku: z.looseObject({ name: z.string() }).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
});

/** One resource as the compiler predicts it. What only Azure knows is an expression in brackets. */
export type Predicted = z.infer<typeof resourceSchema>;

const snapshotSchema = z.object({
  predictedResources: z.array(resourceSchema).min(1),
  diagnostics: z.array(z.unknown()),
});

export function readText(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

export function readSnapshot(name: string): z.infer<typeof snapshotSchema> {
  return snapshotSchema.parse(JSON.parse(readText(`infra/${name}.snapshot.json`)));
}

export function ofType(resources: Predicted[], type: string): Predicted[] {
  return resources.filter((each) => each.type === type);
}

/** The last part of a name such as `account/database/container`. */
export function ownName({ name }: Predicted): string {
  return name.split("/").at(-1) ?? name;
}

/** A copy in which the value at `path` of the first resource that fits is another. Throws when nothing fits. */
export function mutated(
  resources: Predicted[],
  fits: (each: Predicted) => boolean,
  path: string[],
  value: unknown,
): Predicted[] {
  const copy = structuredClone(resources);
  const found = copy.find(fits);
  if (found === undefined) throw new Error("The mutation fits no resource.");
  setAt(found, path, value);
  return copy;
}

function setAt(target: object, path: string[], value: unknown): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) {
    Object.assign(target, { [key]: value });
    return;
  }
  const next: unknown = Reflect.get(target, key);
  if (typeof next !== "object" || next === null) throw new Error(`The mutation finds no ${path.join(".")}.`);
  setAt(next, rest, value);
}

/** Rows of the Markdown table whose header begins with `| first |`: cells, trimmed, without code marks and links. */
export function tableRows(text: string, first: string): string[][] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => new RegExp(`^\\| *${first} *\\|`).test(line));
  if (start < 0) throw new Error(`There is no table that begins with ${first}.`);
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith("|"));
  return rest.slice(0, end < 0 ? rest.length : end).map((line) => line.split("|").slice(1, -1).map(plain));
}

function plain(cell: string): string {
  return cell
    .trim()
    .replace(/^`(.*)`$/, "$1")
    .replace(/^\[([^\]]+)\]\(.*\)$/, "$1");
}
