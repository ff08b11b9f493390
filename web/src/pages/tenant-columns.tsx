import { PauseCircleRegular } from "@fluentui/react-icons/svg/pause-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { TenantOverview } from "../api/operations.ts";
import type { Column } from "../parts/column.ts";
import { stateOfRun } from "../parts/run-state.ts";
import { StateBadge } from "../parts/state-badge.tsx";
import { StatusMark } from "../parts/status-mark.tsx";
import { Time } from "../parts/time.tsx";
import { formatRelative } from "../words/format.ts";
import type { Spoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { ReadinessMark } from "./readiness-mark.tsx";
import { TenantState } from "./tenant-state.tsx";

/** The newest run of a tenant: its state; what it is and when it was created in the title. */
export function LastRun({ run, spoken }: { readonly run: TenantOverview["lastRun"]; readonly spoken: Spoken }) {
  const { language, words } = spoken;
  if (run === null) return <>{words.tenants.neverRan}</>;
  const what = wordFor(words.terms.runTypes, run.type);
  const title = words.tenants.ranWhen(what, formatRelative(language, run.createdAt, Date.now()));
  return (
    <StateBadge state={stateOfRun({ ...run, activity: "none", attempt: 1, cancelRequestedAt: null })} reason={title} />
  );
}

/** The columns of a list of tenants. `roleIn` gives one's role in words. */
export function tenantColumns(spoken: Spoken, roleIn: (tenantId: string) => string): readonly Column<TenantOverview>[] {
  const { words } = spoken;
  const { columns, paused, flowing } = words.tenants;
  return [
    { id: "name", header: columns.name, min: 160, share: 3, render: ({ name }) => name },
    {
      id: "state",
      header: columns.state,
      min: 130,
      share: 2,
      dropsAt: 1,
      render: (tenant) => <TenantState tenant={tenant} spoken={spoken} />,
    },
    { id: "promise", header: columns.promise, min: 130, share: 1.5, render: (tenant) => promiseOf(tenant, spoken) },
    {
      id: "readiness",
      header: words.readiness.title,
      min: 150,
      share: 1.5,
      dropsAt: 3,
      render: ({ readiness }) => readinessOf(readiness, spoken),
    },
    {
      id: "lastComplete",
      header: columns.lastComplete,
      min: 130,
      dropsAt: 2,
      render: ({ lastComplete }) => <Time at={lastComplete?.sealedAt ?? null} />,
    },
    {
      id: "lastRun",
      header: columns.lastRun,
      min: 150,
      dropsAt: 3,
      render: ({ lastRun }) => <LastRun run={lastRun} spoken={spoken} />,
    },
    {
      id: "labels",
      header: columns.labels,
      min: 110,
      dropsAt: 5,
      render: ({ labels }) => labels.join(", "),
    },
    { id: "role", header: columns.role, min: 118, dropsAt: 4, render: ({ id }) => roleIn(id) },
    {
      id: "requests",
      header: columns.requests,
      min: 120,
      dropsAt: 6,
      render: (tenant) =>
        tenant.paused ? <StatusMark tone="warning" sign={<PauseCircleRegular />} word={paused} /> : flowing,
    },
  ];
}

/** What a check found to be missing or too much, in numbers; else its state in a word. */
function readinessOf(readiness: TenantOverview["readiness"], { words }: Spoken): ReactElement {
  if (readiness === null) return <ReadinessMark state="unknown" />;
  const { state, missing, excess } = readiness;
  const counted = missing + excess > 0;
  return counted ? (
    <ReadinessMark state={state} counts={words.readiness.counts(missing, excess)} />
  ) : (
    <ReadinessMark state={state} />
  );
}

function promiseOf({ brokenPromises }: TenantOverview, { language, words }: Spoken): ReactElement | string {
  const [since] = brokenPromises.map((broken) => broken.since).toSorted();
  if (since === undefined) return words.tenants.promiseFine;
  const reason = formatRelative(language, since, Date.now());
  return <StatusMark tone="bad" sign={<WarningRegular />} word={words.tenants.promiseBroken} reason={reason} />;
}
