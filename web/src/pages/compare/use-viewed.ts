import { useState } from "react";

/** In sessionStorage: ids of objects, kept for this tab alone and forgotten when somebody signs out. */
const storageKey = "viewed";

/** Which objects of a comparison somebody has looked at; a reload of the tab keeps it. `comparison` names both sides. */
export function useViewed(comparison: string) {
  const [all, setAll] = useState(readViewed);
  const viewed = new Set(all.get(comparison));
  return {
    viewed,
    toggle: (key: string): void => {
      const next = new Set(viewed);
      if (!next.delete(key)) next.add(key);
      const changed = new Map(all).set(comparison, [...next]);
      sessionStorage.setItem(storageKey, JSON.stringify([...changed]));
      setAll(changed);
    },
  };
}

function readViewed(): ReadonlyMap<string, readonly string[]> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(storageKey) ?? "[]"));
  } catch {
    return new Map();
  }
}
