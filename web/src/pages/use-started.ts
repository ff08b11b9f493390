import { Refusal } from "../api/refusal.ts";
import { useShowToast } from "../parts/toasts.tsx";
import { useWords } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import type { Words } from "../words/words.ts";
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
    onError: (error) => show({ title: whyRefused(error, words), intent: "error" }),
  };
}

/** Why something was not done, in a sentence or two. */
export function whyRefused(error: Error, words: Words): string {
  if (!(error instanceof Refusal)) return words.parts.page.offlineTitle;
  const { title, help } = inWords(error.facts, words);
  return `${title}. ${help}`;
}
