import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { DismissCircleRegular } from "@fluentui/react-icons/svg/dismiss-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement, ReactNode } from "react";
import type { Readiness } from "../api/operations.ts";
import type { Column } from "../parts/column.ts";
import { DataList } from "../parts/data-list.tsx";
import { StatusMark, type Tone } from "../parts/status-mark.tsx";
import { formatList } from "../words/format.ts";
import { type Spoken, useSpoken } from "../words/use-words.ts";
import { useTypeNames } from "./use-type-names.ts";

type Application = Readiness["applications"][number];

type State = "missing" | "excess" | "granted";
type Row = { readonly permission: string; readonly state: State; readonly why: string };

const looks: Readonly<Record<State, { readonly tone: Tone; readonly sign: ReactNode }>> = {
  missing: { tone: "bad", sign: <DismissCircleRegular /> },
  excess: { tone: "warning", sign: <WarningRegular /> },
  granted: { tone: "good", sign: <CheckmarkCircleRegular /> },
};

type PermissionListProps = { readonly label: string; readonly application: Application };

/** What an application is granted against what it needs: first what is missing, then what is too much (P5.3). */
export function PermissionList({ label, application }: PermissionListProps): ReactElement {
  const spoken = useSpoken();
  const nameOf = useTypeNames();
  const rows = rowsOf(application, spoken, nameOf);
  return (
    <DataList
      size="section"
      label={label}
      rows={rows}
      columns={columnsOf(spoken)}
      keyOf={({ permission }) => permission}
      nameOf={({ permission }) => permission}
    />
  );
}

function rowsOf({ missing, excess, granted }: Application, spoken: Spoken, nameOf: (key: string) => string): Row[] {
  const { language, words } = spoken;
  const { why } = words.readiness;
  const served = (state: State, of: Application["granted"]) =>
    of.map(({ permission, serves }): Row => {
      const names = serves.map(nameOf).toSorted((a, b) => a.localeCompare(b, language));
      return { permission, state, why: formatList(language, names) };
    });
  return [
    ...served("missing", missing),
    ...excess.map((each): Row => ({ permission: each.permission, state: "excess", why: why[each.why] })),
    ...served("granted", granted),
  ];
}

function columnsOf({ words }: Spoken): readonly Column<Row>[] {
  const { columns, permissionStates } = words.readiness;
  return [
    {
      id: "permission",
      header: columns.permission,
      min: 160,
      share: 2,
      render: ({ permission }) => permission,
      title: ({ permission, why }) => `${permission}: ${why}`,
    },
    {
      id: "state",
      header: columns.state,
      min: 110,
      share: 1,
      render: ({ state }) => <StatusMark {...looks[state]} word={permissionStates[state]} />,
    },
    {
      id: "why",
      header: columns.serves,
      min: 200,
      share: 4,
      dropsAt: 1,
      render: ({ why }) => why,
      title: ({ why }) => why,
    },
  ];
}
