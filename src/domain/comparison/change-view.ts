import { z } from "zod";
import type { ObjectTypeContract } from "../graph/object-type-contract.ts";
import { hashOfText } from "../hash/hash-of-text.ts";
import { canonicalJson } from "../json/canonical-json.ts";
import type { JsonValue } from "../json/json-value.ts";
import { type Change, changeKindSchema, stepsOf } from "./change.ts";

export const changeAreaSchema = z.enum(["settings", "properties", "assignments", "scopeTags", "name"]);

export type ChangeArea = z.infer<typeof changeAreaSchema>;

/** A value as an answer shows it: whole, or where its text is longer than 2,000 characters by hash and length. */
export type ShownValue = JsonValue | { readonly hash: string; readonly length: number };

/** A change as the API answers it. */
export type ChangeView = {
  readonly kind: Change["kind"];
  readonly area: ChangeArea;
  /** Names on the way to the place, and of the setting of the catalog the nearest one. */
  readonly path: readonly string[];
  readonly place: string;
  readonly from: string | null;
  readonly definitionId: string | null;
  readonly before: ShownValue;
  readonly after: ShownValue;
};

export const changeViewSchema = z
  .object({
    kind: changeKindSchema,
    area: changeAreaSchema,
    path: z.array(z.string()),
    place: z.string(),
    from: z.string().nullable(),
    definitionId: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: "Change" });

// Longer values are told by their hash: a page of changes stays small.
const maxText = 2_000;

export function toChangeView(contract: ObjectTypeContract, { kind, place, from, before, after }: Change): ChangeView {
  const path = stepsOf(place);
  return {
    kind,
    area: areaOf(contract, path),
    path,
    place,
    from,
    definitionId: definitionOf(contract, path),
    before: toShown(before),
    after: toShown(after),
  };
}

/** Which part of an object a place belongs to, by its first step. */
export function areaOf(contract: ObjectTypeContract, [first = ""]: readonly string[]): ChangeArea {
  if (first === "assignments") return "assignments";
  if (first === contract.nameProperty) return "name";
  if (contract.references.some(({ to, path }) => to === "roleScopeTag" && path.replace("[]", "") === first))
    return "scopeTags";
  const lists = contract.comparison.lists.map(({ at }) => at);
  const settings = [...contract.children.map(({ path }) => path), ...lists].map((at) => at.split(/[.[]/)[0]);
  return settings.includes(first) ? "settings" : "properties";
}

/** The id of the nearest setting of the catalog on the way: names of items in maps are such ids (RC2). */
function definitionOf({ comparison: { lists } }: ObjectTypeContract, path: readonly string[]): string | null {
  const isCatalog = lists.some(
    ({ key }) => Array.isArray(key) && key.some((place) => place.endsWith("settingDefinitionId")),
  );
  if (!isCatalog) return null;
  const ids = path.filter((_, index) => path[index - 1] === "settings" || path[index - 1] === "children");
  return ids.at(-1)?.replace(/(#\d+)+$/, "") ?? null;
}

function toShown(value: JsonValue | undefined): ShownValue {
  if (value === undefined) return null;
  const text = canonicalJson(value);
  return text.length > maxText ? { hash: hashOfText(text), length: text.length } : value;
}
