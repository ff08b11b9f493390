import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { QuestionCircleRegular } from "@fluentui/react-icons/svg/question-circle";
import { SubtractCircleRegular } from "@fluentui/react-icons/svg/subtract-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement, ReactNode } from "react";
import type { FleetChild } from "../../api/operations.ts";
import type { Column } from "../../parts/column.ts";
import { StatusMark, type Tone } from "../../parts/status-mark.tsx";
import { formatNumber } from "../../words/format.ts";
import type { Spoken } from "../../words/use-words.ts";
import { codeWords } from "../code-words.ts";

const looks: Record<FleetChild["state"], readonly [Tone, ReactElement]> = {
  waiting: ["quiet", <ClockRegular key="sign" />],
  held: ["warning", <PauseRegular key="sign" />],
  active: ["busy", <ArrowSyncRegular key="sign" />],
  succeeded: ["good", <CheckmarkCircleRegular key="sign" />],
  partially_succeeded: ["warning", <WarningRegular key="sign" />],
  failed: ["bad", <ErrorCircleRegular key="sign" />],
  cancelled: ["quiet", <ProhibitedRegular key="sign" />],
  skipped: ["quiet", <SubtractCircleRegular key="sign" />],
  unknown: ["quiet", <QuestionCircleRegular key="sign" />],
};

/** The columns of the tenants of a run. */
export function childColumns(nameOf: (tenantId: string) => string, spoken: Spoken): readonly Column<FleetChild>[] {
  const { words, language } = spoken;
  const { columns } = words.platformRun;
  return [
    {
      id: "tenant",
      header: columns.tenant,
      min: 150,
      share: 2,
      render: ({ tenantId }) => nameOf(tenantId),
    },
    { id: "state", header: columns.state, min: 150, render: (child) => stateOf(child, spoken) },
    {
      id: "objects",
      header: columns.objects,
      min: 140,
      share: 0,
      align: "end",
      dropsAt: 2,
      render: ({ objects }) => formatNumber(language, objects),
    },
    { id: "why", header: columns.why, min: 180, share: 3, dropsAt: 1, render: (child) => whyOf(child, spoken) },
  ];
}

function stateOf(child: FleetChild, { words }: Spoken): ReactNode {
  const { state, code } = child;
  const [tone, sign] = looks[state];
  const reason = code === null ? undefined : codeWords(code, words).title;
  return <StatusMark tone={tone} sign={sign} word={words.platformRun.states[state]} reason={reason} />;
}

/** Why it did not go well, and what helps; or that the run was started by others. */
function whyOf({ code, joined }: FleetChild, { words }: Spoken): string {
  if (code === null) return joined ? words.platformRun.joined : "";
  const { title, help } = codeWords(code, words);
  return help === undefined ? title : `${title}. ${help}`;
}
