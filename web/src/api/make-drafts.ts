import type { Unsaved } from "../session/session.ts";

const storageKey = "drafts";

/** What is being typed, by the name of its form. In memory, until the page has to leave for the sign-in. */
export type Drafts = Unsaved & {
  readonly read: (name: string) => unknown;
  readonly write: (name: string, value: object) => void;
  readonly forget: (name: string) => void;
};

/**
 * Takes back what this person typed before the page had to leave; what another person typed is dropped. Forms of the portal
 * hold no secrets, so drafts may wait in sessionStorage while the page is away; they are deleted there when they are read.
 */
export function makeDrafts(personId: string): Drafts {
  const drafts = takeKept(personId);
  return {
    read: (name) => drafts.get(name),
    write: (name, value) => void drafts.set(name, value),
    forget: (name) => void drafts.delete(name),
    isUnsaved: () => drafts.size > 0,
    keep: () => sessionStorage.setItem(storageKey, JSON.stringify({ personId, drafts: [...drafts] })),
  };
}

function takeKept(personId: string): Map<string, unknown> {
  const text = sessionStorage.getItem(storageKey);
  sessionStorage.removeItem(storageKey);
  try {
    const kept = new Map<string, unknown>(Object.entries(JSON.parse(text ?? "{}")));
    const drafts = kept.get("drafts");
    return kept.get("personId") === personId && Array.isArray(drafts) ? new Map(drafts) : new Map();
  } catch {
    return new Map();
  }
}
