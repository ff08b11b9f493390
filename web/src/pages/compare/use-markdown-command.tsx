import { MarkdownRegular } from "@fluentui/react-icons/svg/markdown";
import { useApi } from "../../api/api-context.ts";
import { type ComparedId, readMarkdown, type TwoSides } from "../../api/comparison.ts";
import type { Command } from "../../parts/command.ts";
import { useShowToast } from "../../parts/toasts.tsx";
import { useWords } from "../../words/use-words.ts";

/** Copies what differs in an object as a page in Markdown, for a ticket or a mail. */
export function useMarkdownCommand(sides: TwoSides, object: ComparedId): Command {
  const { object: words } = useWords().compare;
  const callApi = useApi();
  const show = useShowToast();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await readMarkdown(callApi, sides, object));
      show({ title: words.copied, intent: "success" });
    } catch {
      show({ title: words.copyFailed, intent: "error" });
    }
  };
  return { id: "markdown", text: words.markdown, icon: <MarkdownRegular />, onRun: () => void copy() };
}
