import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useSpoken, useWords } from "../words/use-words.ts";
import { CopyButton } from "./copy-button.tsx";
import { Notice } from "./notice.tsx";
import type { Problem } from "./problem.ts";
import { problemSigns } from "./problem-signs.tsx";
import { problemWords } from "./problem-words.ts";
import { useNow } from "./use-now.ts";

const useStyles = makeStyles({
  id: { display: "inline-flex", flexWrap: "wrap", alignItems: "center", fontSize: tokens.fontSizeBase200 },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
});

type ProblemNoticeProps = {
  readonly problem: Problem;
  /** Left out where asking again cannot help. */
  readonly onTryAgain?: (() => void) | undefined;
};

/** A problem in place of what could not be loaded. */
export function ProblemNotice({ problem, onTryAgain }: ProblemNoticeProps): ReactElement {
  const spoken = useSpoken();
  const now = useNow(1_000);
  const { title, text, help } = problemWords(problem, spoken, now);
  const mayRepeat = onTryAgain && !["forbidden", "throttled"].includes(problem.kind);
  return (
    <Notice
      sign={problemSigns[problem.kind]}
      title={title}
      alert={problem.kind === "error"}
      actions={mayRepeat && <Button onClick={onTryAgain}>{spoken.words.parts.page.tryAgain}</Button>}
    >
      {text !== "" && <p>{text}</p>}
      {help !== undefined && <p>{help}</p>}
      {problem.correlationId !== undefined && <CorrelationId id={problem.correlationId} />}
    </Notice>
  );
}

/** The id by which the request is found in traces. */
export function CorrelationId({ id }: { readonly id: string }): ReactElement {
  const styles = useStyles();
  const { correlation } = useWords().parts.page;
  return (
    <span className={styles.id}>
      {correlation}:&nbsp;<code className={styles.code}>{id}</code>
      <CopyButton text={id} thing={correlation} />
    </span>
  );
}
