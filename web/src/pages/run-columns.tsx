import type { ReactNode } from "react";
import type { Run } from "../api/operations.ts";
import type { Column } from "../parts/column.ts";
import { Duration } from "../parts/duration.tsx";
import { stateOfRun } from "../parts/run-state.ts";
import { StateBadge } from "../parts/state-badge.tsx";
import { Time } from "../parts/time.tsx";
import { formatNumber } from "../words/format.ts";
import type { Spoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";

/** The columns of a list of runs. */
export function runColumns(spoken: Spoken): readonly Column<Run>[] {
  const { words, language } = spoken;
  const { columns } = words.operations;
  return [
    { id: "operation", header: columns.operation, min: 140, share: 2, render: (run) => typeOf(run, spoken) },
    {
      id: "state",
      header: columns.state,
      min: 150,
      render: (run) => <StateBadge state={stateOfRun(run)} reason={run.waiting[0]?.message} />,
    },
    { id: "progress", header: columns.progress, min: 130, dropsAt: 3, render: (run) => progressOf(run, spoken) },
    {
      id: "by",
      header: columns.by,
      min: 120,
      dropsAt: 2,
      render: ({ initiator: { kind, name } }) => name || wordFor(words.terms.initiators, kind),
    },
    {
      id: "created",
      header: columns.created,
      min: 120,
      dropsAt: 1,
      render: ({ createdAt }) => <Time at={createdAt} />,
    },
    { id: "took", header: columns.took, min: 90, dropsAt: 4, align: "end", render: tookOf },
    {
      id: "attempt",
      header: columns.attempt,
      min: 70,
      share: 0,
      dropsAt: 5,
      align: "end",
      render: ({ attempt }) => formatNumber(language, attempt),
    },
  ];
}

export function typeOf({ type, input }: Run, { words }: Spoken): string {
  const name = wordFor(words.terms.runTypes, type);
  return input.label === null ? name : `${name}: ${input.label}`;
}

/** From when a worker took it until it ended. */
export function tookOf({ startedAt, completedAt }: Pick<Run, "startedAt" | "completedAt">): ReactNode {
  return startedAt === null ? null : <Duration from={startedAt} to={completedAt} />;
}

function progressOf({ counts }: Run, { language, words }: Spoken): string {
  const number = (value: number): string => formatNumber(language, value);
  const done =
    counts.total === null
      ? words.parts.progress.done(counts.processed)
      : words.operations.ofTotal(number(counts.processed), number(counts.total));
  return counts.failed === 0 ? done : `${done}, ${words.operations.failedOf(number(counts.failed))}`;
}
