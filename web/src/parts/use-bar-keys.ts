import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";

/** Keys of a toolbar, which is one stop of Tab: left and right in a circle, Home and End to its ends. */
export function useBarKeys(count: number) {
  const bar = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState(0);
  const stop = Math.min(last, count - 1);
  const buttons = (): readonly HTMLElement[] => [...(bar.current?.querySelectorAll<HTMLElement>("button") ?? [])];
  return {
    bar,
    /** Of the button at this place: the one that had the focus last is where Tab leads. */
    tabIndexOf: (index: number) => (index === stop ? 0 : -1),
    onFocus: ({ target }: FocusEvent<HTMLElement>) => {
      const index = buttons().indexOf(target);
      if (index >= 0) setLast(index);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const next = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: -1 }[event.key];
      if (next === undefined) return;
      const all = buttons();
      all.at(next === all.length ? 0 : next)?.focus();
      event.preventDefault();
    },
  };
}
