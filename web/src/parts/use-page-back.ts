import { useEffect } from "react";

/**
 * Shows the page to screen readers again when the last dialog goes. The library hides it while a dialog is open, and
 * forgets that with the dialog where nothing else on the page uses its focus management
 * (https://github.com/microsoft/tabster/issues/530).
 */
export function usePageBack(): void {
  useEffect(() => () => showPage(), []);
}

function showPage(): void {
  if (document.querySelector("[role=dialog], [role=alertdialog]") !== null) return;
  document.querySelector("main")?.closest("body > *")?.removeAttribute("aria-hidden");
}
