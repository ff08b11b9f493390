/** Filters, sort and open panes of an address: texts, each of which may be missing. */
export type Search<Name extends string> = { readonly [name in Name]?: string };

const longestText = 300;

/** The named texts of an address. What is no text, empty or too long was not written by a page, and is dropped. */
export function takeTexts<Name extends string>(search: Record<string, unknown>, names: readonly Name[]): Search<Name> {
  const taken: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "" && value.length <= longestText) taken[name] = value;
  }
  return taken;
}
