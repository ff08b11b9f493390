import {
  Button,
  Toast,
  Toaster,
  ToastFooter,
  ToastTitle,
  ToastTrigger,
  useId,
  useToastController,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { type ReactElement, useEffect, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import { AppLink } from "./app-link.tsx";
import type { NumberedToast, ToastText } from "./toast-text.ts";

const shownMs = 10_000;

/** Where toasts appear; each that is new in the list is shown once. */
export function ToastRegion({ toasts }: { readonly toasts: readonly NumberedToast[] }): ReactElement {
  const toasterId = useId("toaster");
  const { dispatchToast } = useToastController(toasterId);
  const dispatched = useRef(0);
  useEffect(() => {
    for (const toast of toasts.slice(dispatched.current)) {
      dispatchToast(<ToastCard {...toast} />, { intent: toast.intent, timeout: shownMs, pauseOnHover: true });
    }
    dispatched.current = toasts.length;
  }, [toasts, dispatchToast]);
  return <Toaster toasterId={toasterId} position="bottom-end" limit={3} />;
}

function ToastCard({ title, link }: ToastText): ReactElement {
  const { close } = useWords().frame.toast;
  const dismiss = (
    <ToastTrigger>
      <Button appearance="transparent" size="small" aria-label={close} icon={<DismissRegular />} />
    </ToastTrigger>
  );
  return (
    <Toast>
      <ToastTitle action={dismiss}>{title}</ToastTitle>
      {link && (
        <ToastFooter>
          <AppLink href={link.href}>{link.text}</AppLink>
        </ToastFooter>
      )}
    </Toast>
  );
}
