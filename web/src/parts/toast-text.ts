/** Told in passing; the same is found again in the bell or on the page that the link opens. */
export type ToastText = {
  readonly title: string;
  readonly intent: "success" | "info" | "warning" | "error";
  readonly link?: { readonly text: string; readonly href: string } | undefined;
};

export type NumberedToast = ToastText & { readonly id: number };
