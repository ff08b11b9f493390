import { z } from "zod";

/** The most characters of a name that is kept: Microsoft's longest are sentences. */
const nameLength = 500;
/** The most characters of an id that is kept: the deepest settings have some 300. */
const idLength = 1_000;
/** The most options of one setting that are kept: the longest list, of time zones, has some hundreds. */
const optionsAtMost = 2_000;

const name = z.string().min(1).max(nameLength);
const id = z.string().min(1).max(idLength);

/** What Microsoft calls a setting and its options, in one language. The same for every tenant. */
export const settingDefinitionSchema = z.object({
  id,
  name,
  /** Name of what the admin centre shows it under. */
  category: name.nullable(),
  /** What can be chosen; none where a value is written. */
  options: z.array(z.object({ id, label: name })).max(optionsAtMost),
});

export type SettingDefinition = z.infer<typeof settingDefinitionSchema>;

const shortText = z
  .string()
  .transform((text) => text.trim().slice(0, nameLength).toWellFormed())
  .catch("");
const idText = z.string().min(1).max(idLength);

const optionItemSchema = z.union([
  // Of the catalog.
  z
    .object({ itemId: idText, displayName: shortText })
    .transform((each) => ({ id: each.itemId, label: each.displayName })),
  // Of intents, whose settings hold the value itself.
  z
    .object({ value: idText, displayName: shortText })
    .transform((each) => ({ id: each.value, label: each.displayName })),
]);

const itemsSchema = z.array(z.unknown()).nullish().catch(null);

const itemSchema = z.object({
  id: idText,
  displayName: shortText,
  name: shortText,
  categoryId: idText.nullish().catch(null),
  options: itemsSchema,
  constraints: z
    .array(z.object({ values: itemsSchema }).catch({ values: null }))
    .nullish()
    .catch(null),
});

/**
 * One item of Microsoft's catalog, or of the definitions of intents, as what is kept of it. Undefined for what has no id;
 * what has no name is named by nothing else, so it is left out too, and stands readable by its id (words-of-id.ts).
 */
export function toSettingDefinition(
  item: unknown,
  categories: ReadonlyMap<string, string>,
): SettingDefinition | undefined {
  const { data } = itemSchema.safeParse(item);
  const shown = data?.displayName || data?.name;
  if (!data || !shown) return undefined;
  const listed = [...(data.options ?? []), ...(data.constraints ?? []).flatMap(({ values }) => values ?? [])];
  const options = listed.flatMap((each) => optionItemSchema.safeParse(each).data ?? []);
  return {
    id: data.id,
    name: shown,
    category: (data.categoryId && categories.get(data.categoryId)) || null,
    options: options.filter(({ label }) => label !== "").slice(0, optionsAtMost),
  };
}

/** Id and name of a category of the catalog; undefined where it lacks one of them. */
export function toCategory(item: unknown): readonly [id: string, name: string] | undefined {
  const { data } = itemSchema.safeParse(item);
  const shown = data?.displayName || data?.name;
  return data && shown ? [data.id, shown] : undefined;
}
