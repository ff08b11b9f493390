import { Refusal } from "../api/refusal.ts";
import type { ToastText } from "../parts/toast-text.ts";
import { useShowToast } from "../parts/toasts.tsx";
import { useWords } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { inWords } from "./to-problem.ts";

type StartedRun = { readonly type: string; readonly reused: boolean; readonly viewUrl: string };

/** The page of a run: its address without the host, which a proxy may know by another name. */
export function pageOf(viewUrl: string): string {
  const { pathname, search } = new URL(viewUrl, location.origin);
  return pathname + search;
}

/** S9: says that a run was started or joined, with the way to it; or why it was not. Success is never claimed before its end. */
export function useStarted(): {
  readonly onSuccess: (run: StartedRun) => void;
  readonly onError: (error: Error) => void;
} {
  const show = useShowToast();
  const words = useWords();
  const { toast } = words.frame;
  return {
    onSuccess: ({ type, reused, viewUrl }) =>
      show({
        title: reused ? toast.joined : toast.started(wordFor(words.terms.runTypes, type)),
        intent: "info",
        link: { text: toast.view, href: pageOf(viewUrl) },
      }),
    onError: (error) => show(refused(error, words.parts.page.offlineTitle, words)),
  };
}

function refused(error: Error, offline: string, words: Parameters<typeof inWords>[1]): ToastText {
  if (!(error instanceof Refusal)) return { title: offline, intent: "error" };
  const { title, help } = inWords(error.facts, words);
  return { title: `${title}. ${help}`, intent: "error" };
}
