import { type ComponentProps, lazy, type ReactElement, Suspense } from "react";
import type { ConfirmDialog } from "./confirm-dialog.tsx";

const Dialog = lazy(async () => ({ default: (await import("./confirm-dialog.tsx")).ConfirmDialog }));

/** The dialog that asks once more, loaded when it is drawn for the first time: a page can do without it until then. */
export function ConfirmLater(props: ComponentProps<typeof ConfirmDialog>): ReactElement {
  return (
    <Suspense>
      <Dialog {...props} />
    </Suspense>
  );
}
