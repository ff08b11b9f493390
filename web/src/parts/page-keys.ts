import { createContext, useContext, useEffect, useRef } from "react";

/** Whether pages listen to single keys such as `/`; a person may switch that off. Given by `app`. */
export const PageKeysContext = createContext(true);

const ownEscape = "[role=dialog], [role=menu], [role=listbox], [aria-expanded=true]";

/** Calls `onKey` for a key of the page: not while somebody types, nor where something open has its own use for it. */
export function usePageKey(key: string, onKey: () => void): void {
  const enabled = useContext(PageKeysContext) || key === "Escape";
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const listener = (event: KeyboardEvent) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key !== key || modified || event.defaultPrevented || isTaken(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, [key, enabled]);
}

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const typing = target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]");
  return typing || target.closest(ownEscape) !== null;
}
