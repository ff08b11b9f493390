import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { RunDetail } from "../api/operations.ts";
import { useWords } from "../words/use-words.ts";
import { codeWords } from "./code-words.ts";
import { Section } from "./section.tsx";

const useStyles = makeStyles({
  groups: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  failures: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalL,
    overflowWrap: "anywhere",
  },
  requests: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** Lines of one code that are shown; the number says how many there are. */
const shownAtMost = 10;

type Failure = RunDetail["failuresByCode"][number]["failures"][number];

/** Why parts of a run failed, by code, with what helps: the most frequent first. */
export function RunFailures({ run }: { readonly run: RunDetail }): ReactElement | null {
  const styles = useStyles();
  const words = useWords();
  if (run.failuresByCode.length === 0) return null;
  return (
    <Section title={words.run.failures}>
      <div className={styles.groups}>
        {run.failuresByCode.map(({ code, advice, count, failures }) => {
          const { title, help = advice } = codeWords(code, words);
          return (
            <MessageBar key={code} intent={run.outcome === "failed" ? "error" : "warning"} layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{`${title} (${words.run.failuresOf(count)})`}</MessageBarTitle> {help}
                <FailureLines failures={failures} />
              </MessageBarBody>
            </MessageBar>
          );
        })}
      </div>
    </Section>
  );
}

function FailureLines({ failures }: { readonly failures: readonly Failure[] }): ReactElement {
  const styles = useStyles();
  const words = useWords().run;
  const shown = failures.slice(0, shownAtMost);
  return (
    <ul className={styles.failures}>
      {shown.map((failure) => (
        <li key={`${failure.target} ${failure.message}`}>
          <FailureLine failure={failure} />
        </li>
      ))}
      {failures.length > shown.length && <li>{words.furtherFailures(failures.length - shown.length)}</li>}
    </ul>
  );
}

function FailureLine({ failure: { target, message, requestIds = [] } }: { readonly failure: Failure }): ReactElement {
  const styles = useStyles();
  const words = useWords().run;
  return (
    <>
      {target === "" ? message : `${target}: ${message}`}
      {requestIds.length > 0 && <span className={styles.requests}>{words.requests(requestIds.join(", "))}</span>}
    </>
  );
}

/** What went wrong last in the attempt that is still going on. */
export function LastError({ run: { trouble } }: { readonly run: RunDetail }): ReactElement | null {
  const words = useWords();
  if (trouble === null) return null;
  const { title, help } = codeWords(trouble.code, words);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{`${words.run.lastError}: ${title}`}</MessageBarTitle> {help} <FailureLine failure={trouble} />
      </MessageBarBody>
    </MessageBar>
  );
}
