import { useEffect, useState } from "react";

/** What had the focus when this was drawn first gets it back when it goes, unless something else has it by then. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (isNowhere() && before instanceof HTMLElement) giveFocus(before);
    },
    [before],
  );
}

/**
 * Where the element is gone, or goes at once because what the dialog did makes it another, the page gets the focus: else who
 * uses the keyboard begins at the top.
 */
function giveFocus(element: HTMLElement): void {
  if (!element.isConnected) {
    focusPage();
    return;
  }
  const unlessGone = () => setTimeout(() => isNowhere() && !element.isConnected && focusPage());
  element.addEventListener("blur", unlessGone, { once: true });
  element.focus();
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body;

const focusPage = (): void => document.querySelector("main")?.focus();
