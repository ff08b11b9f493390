/** Which rows are chosen, by key, and what a person changes it to. */
export type Selection = {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
};

export function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The state of the checkbox over all rows that are loaded. */
export function allChosen(chosen: ReadonlySet<string>, keys: readonly string[]): boolean | "mixed" {
  const count = keys.filter((key) => chosen.has(key)).length;
  if (count === 0) return false;
  return count === keys.length ? true : "mixed";
}
