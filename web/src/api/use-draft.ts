import { createContext, useContext, useEffect, useState } from "react";
import type { Drafts } from "./make-drafts.ts";

/** The tab's drafts. Tests give their own. */
export const DraftsContext = createContext<Drafts | undefined>(undefined);

export type Draft<T> = {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /** Saved, or thrown away: nothing is lost any more when the page leaves. */
  readonly forget: () => void;
};

/**
 * The state of a form that survives a sign-in in its middle. `name` is the form's own, with the tenant in it where it has
 * one; `initial` is what stands in it before anybody types.
 */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const drafts = useContext(DraftsContext);
  if (drafts === undefined) throw new Error("No drafts: a form stands outside DraftsContext");
  const [value, setValue] = useState(() => restore(initial, drafts.read(name)));
  // Who closes a form has decided about it.
  useEffect(() => () => drafts.forget(name), [drafts, name]);
  return {
    value,
    change: (part) => {
      const next = { ...value, ...part };
      drafts.write(name, next);
      setValue(next);
    },
    forget: () => drafts.forget(name),
  };
}

/** The fields that the form has and that are still of the same kind; a newer version's form may have others. */
function restore<T extends object>(initial: T, kept: unknown): T {
  const fields = new Map<string, unknown>(Object.entries(kept ?? {}));
  const same = Object.entries(initial).filter(([field, value]) => kindOf(fields.get(field)) === kindOf(value));
  return { ...initial, ...Object.fromEntries(same.map(([field]) => [field, fields.get(field)])) };
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}
