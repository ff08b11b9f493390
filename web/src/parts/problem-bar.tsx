import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useSpoken } from "../words/use-words.ts";
import type { Problem } from "./problem.ts";
import { CorrelationId } from "./problem-notice.tsx";
import { problemWords } from "./problem-words.ts";
import { useNow } from "./use-now.ts";

/** What goes away by itself is a warning; it is said politely. */
const passing: readonly Problem["kind"][] = ["throttled", "offline", "not_ready"];

type ProblemBarProps = {
  readonly problem: Problem;
  readonly onTryAgain?: (() => void) | undefined;
  /** Whether older data stays visible below; then the bar says that it may be out of date. */
  readonly oldData?: boolean;
};

/** A problem above what is still shown. */
export function ProblemBar({ problem, onTryAgain, oldData = false }: ProblemBarProps): ReactElement {
  const spoken = useSpoken();
  const { page } = spoken.words.parts;
  const { title, text, help } = problemWords(problem, spoken, useNow(1_000));
  const intent = passing.includes(problem.kind) ? "warning" : "error";
  const stale = oldData && problem.kind !== "offline" ? page.oldData : "";
  return (
    <MessageBar intent={intent} layout="multiline" politeness={intent === "error" ? "assertive" : "polite"}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {[text, help, stale].filter(Boolean).join(" ")}{" "}
        {problem.correlationId !== undefined && <CorrelationId id={problem.correlationId} />}
      </MessageBarBody>
      {onTryAgain && problem.kind !== "throttled" && problem.kind !== "offline" && (
        <MessageBarActions>
          <Button onClick={onTryAgain}>{page.tryAgain}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
