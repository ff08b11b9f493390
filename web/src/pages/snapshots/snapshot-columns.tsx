import type { Snapshot } from "../../api/operations.ts";
import type { Column } from "../../parts/column.ts";
import { Time } from "../../parts/time.tsx";
import { formatList, formatNumber } from "../../words/format.ts";
import type { Spoken } from "../../words/use-words.ts";
import { SnapshotState } from "../snapshot-state.tsx";

type Names = {
  /** A type in words. */
  readonly typeName: (type: string) => string;
  /** Who took the snapshot of a run, as far as it is known. */
  readonly takenBy: (runId: string) => string | undefined;
};

/** The columns of the list of snapshots. */
export function snapshotColumns(spoken: Spoken, { typeName, takenBy }: Names): readonly Column<Snapshot>[] {
  const { language, words } = spoken;
  const { columns, notProtected } = words.snapshots;
  const gaps = (snapshot: Snapshot): string => gapsOf(snapshot, spoken, typeName);
  return [
    {
      id: "sealed",
      header: columns.sealed,
      min: 160,
      share: 1.3,
      render: ({ sealedAt }) => <Time at={sealedAt} face="clock" />,
    },
    { id: "label", header: columns.label, min: 140, share: 2, dropsAt: 2, render: ({ label }) => label },
    { id: "state", header: columns.state, min: 190, render: ({ state }) => <SnapshotState state={state} /> },
    {
      id: "objects",
      header: columns.objects,
      min: 80,
      share: 0,
      align: "end",
      dropsAt: 3,
      render: ({ counts }) => formatNumber(language, counts.succeeded),
    },
    { id: "gaps", header: columns.gaps, min: 140, share: 2, dropsAt: 1, render: gaps },
    { id: "by", header: columns.by, min: 120, dropsAt: 4, render: ({ runId }) => takenBy(runId) },
    {
      id: "protected",
      header: columns.protectedUntil,
      min: 160,
      dropsAt: 5,
      render: ({ immutability }) =>
        immutability.state === "enforced" ? <Time at={immutability.until} face="clock" /> : notProtected,
    },
  ];
}

function gapsOf({ gaps }: Snapshot, { language, words }: Spoken, typeName: (type: string) => string): string {
  if (gaps.length === 0) return words.parts.facts.none;
  const names = gaps.map(({ type }) => typeName(type));
  return `${formatNumber(language, gaps.length)}: ${formatList(language, names)}`;
}
