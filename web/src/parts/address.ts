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

/** The text of an address where it is one of these values; another one was not written by this release. */
export function oneOf<Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined {
  return values.find((value) => value === text);
}

const aDay = /^\d{4}-\d{2}-\d{2}$/;

/** The first moment of a day of an address (`2026-11-30`) by this machine's clock, as ISO 8601; undefined for no day. */
export function startOfDay(day: string | undefined): string | undefined {
  return momentOf(day, "00:00:00.000");
}

/** The last moment of such a day. */
export function endOfDay(day: string | undefined): string | undefined {
  return momentOf(day, "23:59:59.999");
}

function momentOf(day: string | undefined, clock: string): string | undefined {
  if (day === undefined || !aDay.test(day)) return undefined;
  const at = new Date(`${day}T${clock}`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
