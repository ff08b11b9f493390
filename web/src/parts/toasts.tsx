import {
  createContext,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useState,
} from "react";
import type { NumberedToast, ToastText } from "./toast-text.ts";

const ShowToastContext = createContext<(toast: ToastText) => void>(() => undefined);
const ToastRegion = lazy(async () => ({ default: (await import("./toast-region.tsx")).ToastRegion }));

/** Says something in passing, for 10 seconds, longer while it is hovered or holds the focus. */
export function useShowToast(): (toast: ToastText) => void {
  return useContext(ShowToastContext);
}

/** Stands around all pages, so that a toast outlives the page that showed it. */
export function Toasts({ children }: { readonly children: ReactNode }): ReactElement {
  const [shown, setShown] = useState<readonly NumberedToast[]>([]);
  const show = useCallback(
    (toast: ToastText) => setShown((before) => [...before, { ...toast, id: before.length }]),
    [],
  );
  return (
    <ShowToastContext value={show}>
      {children}
      {shown.length > 0 && (
        <Suspense>
          <ToastRegion toasts={shown} />
        </Suspense>
      )}
    </ShowToastContext>
  );
}
