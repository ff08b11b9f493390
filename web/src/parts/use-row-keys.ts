import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";

type Stop = "checkbox" | "link";

const stops: readonly Stop[] = ["checkbox", "link"];

/** What the body of a list listens to. */
export type RowKeys = {
  /** The key of the row that has the focus: it stays mounted. */
  readonly focused: string | undefined;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

type RowKeysOptions = {
  readonly body: RefObject<HTMLElement | null>;
  readonly keys: readonly string[];
  readonly onToggle: ((key: string) => void) | undefined;
};

/**
 * Keys within rows: up and down move by row, Home and End to the first and last loaded row, left and right between checkbox and
 * link; Space selects, Enter opens, wherever in the row the focus is.
 */
export function useRowKeys({ body, keys, onToggle }: RowKeysOptions): RowKeys {
  const [focused, setFocused] = useState<string>();
  const wanted = useRef<{ key: string; stop: Stop } | undefined>(undefined);
  // The row may not have been in the page before: it is mounted first, then focused.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    stopIn(rowOf(body.current, wanted.current.key), wanted.current.stop)?.focus();
    wanted.current = undefined;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.target);
    if (place === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { row, key, stop } = place;
    const index = keys.indexOf(key);
    const next = keys[nextIndex(event.key, index, keys.length)];
    const sideways = { ArrowLeft: "checkbox", ArrowRight: "link" } as const;
    if (event.key === " " && stop === "link" && onToggle) onToggle(key);
    else if (event.key === "Enter" && stop === "checkbox") stopIn(row, "link")?.click();
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") stopIn(row, sideways[event.key])?.focus();
    else if (next !== undefined && next !== key) {
      wanted.current = { key: next, stop };
      setFocused(next);
    } else return;
    event.preventDefault();
  };
  return {
    focused,
    onKeyDown,
    onFocus: ({ target }) => setFocused(placeOf(target)?.key),
    onBlur: ({ currentTarget, relatedTarget }) => {
      const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      if (!stays && wanted.current === undefined) setFocused(undefined);
    },
  };
}

function nextIndex(key: string, index: number, count: number): number {
  if (key === "ArrowDown") return index + 1;
  if (key === "ArrowUp") return index - 1;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : -1;
}

function placeOf(target: EventTarget): { row: HTMLElement; key: string; stop: Stop } | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  const row = target.closest<HTMLElement>("[data-row]");
  const key = row?.dataset["row"];
  const stop = stops.find((each) => each === target.dataset["stop"]);
  return row && key !== undefined && stop ? { row, key, stop } : undefined;
}

function rowOf(body: HTMLElement | null, key: string): HTMLElement | undefined {
  return [...(body?.querySelectorAll<HTMLElement>("[data-row]") ?? [])].find((row) => row.dataset["row"] === key);
}

function stopIn(row: HTMLElement | undefined, stop: Stop): HTMLElement | undefined {
  return (
    row?.querySelector<HTMLElement>(`[data-stop=${stop}]`) ??
    row?.querySelector<HTMLElement>("[data-stop]") ??
    undefined
  );
}
