import type { Session, SignInNeed, Unsaved } from "./session.ts";
import { beginRedirects, mayRedirect } from "./storage.ts";

export type Departure = Pick<Session, "beforeLeave" | "need" | "onNeed" | "signIn"> & {
  /** Leads to the sign-in, and answers only when the page stays. */
  readonly mustSignIn: (code?: string) => Promise<undefined>;
};

/**
 * How a page leaves for the sign-in without losing what was typed. By itself it leaves only when nothing is unsaved and it
 * did not just do so twice; else it says that it needs a person, and stays as it is until a button is pressed.
 */
export function makeDeparture(leave: () => Promise<never>): Departure {
  const unsaved = new Set<Unsaved>();
  const listeners = new Set<() => void>();
  let need: SignInNeed | undefined;

  const ask = (next: SignInNeed): undefined => {
    need ??= next;
    for (const listener of listeners) listener();
  };

  return {
    beforeLeave: (one) => add(unsaved, one),
    need: () => need,
    onNeed: (listener) => add(listeners, listener),
    signIn: () => {
      for (const one of unsaved) if (one.isUnsaved()) one.keep();
      beginRedirects();
      return leave();
    },
    mustSignIn: async (code) => {
      if (need) return undefined;
      if ([...unsaved].some((one) => one.isUnsaved())) return ask({ reason: "unsaved", code });
      if (!mayRedirect()) return ask({ reason: "circle", code });
      return leave();
    },
  };
}

/** Adds to a set, and answers how to take it out again. */
export function add<T>(all: Set<T>, one: T): () => void {
  all.add(one);
  return () => {
    all.delete(one);
  };
}
