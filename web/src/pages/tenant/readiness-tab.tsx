import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import type { ReactElement } from "react";
import type { Readiness } from "../../api/operations.ts";
import type { useReadiness } from "../../api/readiness.ts";
import { AppLink } from "../../parts/app-link.tsx";
import type { Command } from "../../parts/command.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { Time } from "../../parts/time.tsx";
import { useWords } from "../../words/use-words.ts";
import { codeWords } from "../code-words.ts";
import { FillCommand } from "../fill-command.tsx";
import { PageBody } from "../page-body.tsx";
import { ReadinessMark } from "../readiness-mark.tsx";
import { hrefOfRun } from "../run-facts.tsx";
import { Section } from "../section.tsx";
import { useProblem } from "../use-problem.ts";
import { ApplicationSection } from "./application-section.tsx";
import { IntuneFacts, Licences, Samples } from "./readiness-services.tsx";

const useStyles = makeStyles({
  state: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, alignItems: "center" },
});

type ReadinessTabProps = {
  readonly tenantId: string;
  readonly query: ReturnType<typeof useReadiness>;
  readonly verify: Command;
};

/** What the last check of the tenant found. Nothing is asked of Microsoft Graph to show it. */
export function ReadinessTab({ tenantId, query, verify }: ReadinessTabProps): ReactElement {
  const words = useWords().readiness;
  const { data: readiness } = query;
  const wasNever = readiness?.asOf === null;
  return (
    <PageStates
      hasData={readiness !== undefined}
      problem={useProblem(query)}
      onTryAgain={() => void query.refetch()}
      isEmpty={wasNever}
      empty={
        readiness?.running ? (
          <EmptyState
            title={words.firstRunning}
            sign={<ClipboardTaskListLtrRegular />}
            action={<AppLink href={hrefOfRun(tenantId, readiness.running)}>{words.viewRun}</AppLink>}
          >
            {words.firstRunningText}
          </EmptyState>
        ) : (
          <EmptyState
            title={words.neverTitle}
            sign={<ClipboardTaskListLtrRegular />}
            action={<FillCommand command={verify} />}
          >
            {words.never}
          </EmptyState>
        )
      }
    >
      {readiness && <Found tenantId={tenantId} readiness={readiness} />}
    </PageStates>
  );
}

type FoundProps = { readonly tenantId: string; readonly readiness: Readiness };

function Found({ tenantId, readiness }: FoundProps): ReactElement {
  const words = useWords().readiness;
  const styles = useStyles();
  const { asOf, runId, state, running, applications } = readiness;
  return (
    <PageBody>
      {running !== null && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{words.running}</MessageBarBody>
          <MessageBarActions>
            <AppLink href={hrefOfRun(tenantId, running)}>{words.viewRun}</AppLink>
          </MessageBarActions>
        </MessageBar>
      )}
      <Section
        title={words.found}
        beside={
          <>
            <Time at={asOf} />
            {runId !== null && <AppLink href={hrefOfRun(tenantId, runId)}>{words.viewRun}</AppLink>}
          </>
        }
      >
        <div className={styles.state}>
          <ReadinessMark state={state} />
          {state === "attention" ? words.summary.attention : state === "ready" && words.summary.ready}
        </div>
        <Warnings readiness={readiness} />
      </Section>
      {applications.map((application) => (
        <ApplicationSection key={application.kind} application={application} />
      ))}
      <IntuneFacts readiness={readiness} />
      <Licences readiness={readiness} />
      <Samples readiness={readiness} />
    </PageBody>
  );
}

/** What could not be read, and that more is granted than needed (P5.3). */
function Warnings({ readiness: { unknown, applications } }: Pick<FoundProps, "readiness">): ReactElement {
  const words = useWords();
  const { notRead, tooMuch } = words.readiness;
  return (
    <>
      {unknown.map(({ part, code }) => (
        <MessageBar key={part} intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{notRead[part]}:</MessageBarTitle> {codeWords(code, words).title}.
          </MessageBarBody>
        </MessageBar>
      ))}
      {applications.some(({ excess }) => excess.length > 0) && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{tooMuch.title}</MessageBarTitle> {tooMuch.text}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
