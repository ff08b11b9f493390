import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import type { Run } from "../api/operations.ts";
import type { Command } from "../parts/command.ts";
import { CommandBar } from "../parts/command-bar.tsx";
import { Freshness } from "../parts/freshness.tsx";
import { type Crumb, PageHeader } from "../parts/page-header.tsx";
import { PageStates } from "../parts/page-states.tsx";
import { stateOfRun } from "../parts/run-state.ts";
import { StateBadge } from "../parts/state-badge.tsx";
import { useSpoken } from "../words/use-words.ts";
import { typeOf } from "./run-columns.tsx";
import { outcomeOf } from "./run-outcome.ts";
import { type Asked, useProblem } from "./use-problem.ts";

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM, minWidth: 0 },
  fresh: { alignSelf: "flex-end" },
});

type RunFrameProps = {
  readonly runId: string;
  readonly query: Asked & {
    readonly data: Run | undefined;
    readonly dataUpdatedAt: number;
    readonly refetch: () => unknown;
  };
  /** The heading while the run is not known. */
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** What its counts count. */
  readonly counted: Parameters<typeof outcomeOf>[1];
  readonly commands: readonly Command[];
  readonly dialog: ReactNode;
  /** Drawn once the run is known. */
  readonly children: ReactNode;
};

/** What the page of every run has: its heading with state and outcome, commands, how old it is, what stands in the way. */
export function RunFrame({ runId, query, title, crumbs, counted, ...rest }: RunFrameProps): ReactElement {
  const styles = useStyles();
  const spoken = useSpoken();
  const { data: run } = query;
  const problem = useProblem(query);
  const again = (): void => void query.refetch();
  return (
    <div className={styles.page}>
      <PageHeader
        page={`run ${runId}`}
        title={run ? typeOf(run, spoken) : title}
        crumbs={crumbs}
        beside={run && <StateBadge state={stateOfRun(run)} reason={run.waiting[0]?.message} />}
        lead={run && outcomeOf(run, counted, spoken)}
      >
        <CommandBar commands={rest.commands} />
      </PageHeader>
      <div className={styles.fresh}>
        <Freshness at={query.dataUpdatedAt} onRefresh={again} />
      </div>
      <PageStates hasData={run !== undefined} problem={problem} onTryAgain={again}>
        {rest.children}
      </PageStates>
      {rest.dialog}
    </div>
  );
}
