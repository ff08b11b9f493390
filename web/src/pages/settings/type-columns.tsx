import { Switch } from "@fluentui/react-components";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons/svg/shield-checkmark";
import { ShieldErrorRegular } from "@fluentui/react-icons/svg/shield-error";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { Capability, TenantSettings } from "../../api/operations.ts";
import type { Column } from "../../parts/column.ts";
import { StatusMark } from "../../parts/status-mark.tsx";
import type { Spoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";

type TypeColumnsOptions = {
  readonly spoken: Spoken;
  /** As it is being changed; what a capability says is of what is saved. */
  readonly value: TenantSettings;
  readonly isOff: boolean;
  readonly onRead: (capability: Capability, isRead: boolean) => void;
  readonly onHighRisk: (capability: Capability, isEnabled: boolean) => void;
};

/** The columns of the object types, with a switch each for reading and, of high risk, for restoring. */
export function typeColumns(options: TypeColumnsOptions): readonly Column<Capability>[] {
  const { spoken } = options;
  const { terms, settings } = spoken.words;
  const { columns } = settings.types;
  return [
    { id: "type", header: columns.type, min: 120, share: 2, render: ({ name }) => name },
    {
      id: "read",
      header: columns.read,
      min: 72,
      share: 0,
      render: (capability) => <ReadSwitch capability={capability} options={options} />,
    },
    {
      id: "highRisk",
      header: columns.highRisk,
      min: 96,
      share: 0,
      render: (capability) => <HighRiskSwitch capability={capability} options={options} />,
    },
    {
      id: "risk",
      header: columns.risk,
      min: 130,
      share: 0,
      dropsAt: 1,
      render: ({ risk }) => <Risk risk={risk} word={wordFor(terms.risks, risk)} />,
    },
    {
      id: "restore",
      header: columns.restore,
      min: 120,
      share: 0,
      dropsAt: 2,
      render: ({ restore }) => wordFor(terms.restoreLevels, restore),
    },
    {
      id: "reasons",
      header: columns.reasons,
      min: 200,
      share: 3,
      dropsAt: 3,
      render: ({ reasons }) => reasons.join(" "),
    },
  ];
}

type SwitchProps = { readonly capability: Capability; readonly options: TypeColumnsOptions };

function ReadSwitch({ capability, options: { spoken, value, isOff, onRead } }: SwitchProps): ReactElement {
  return (
    <Switch
      data-stop="checkbox"
      aria-label={spoken.words.settings.types.readLabel(capability.name)}
      checked={!value.withheld.includes(capability.type)}
      disabled={isOff}
      onChange={(_, { checked }) => onRead(capability, checked)}
    />
  );
}

function HighRiskSwitch({ capability, options }: SwitchProps): ReactElement | null {
  const { spoken, value, isOff, onHighRisk } = options;
  if (capability.risk !== "high") return null;
  return (
    <Switch
      data-stop="link"
      aria-label={spoken.words.settings.types.highRiskLabel(capability.name)}
      checked={value.highRiskEnabled.includes(capability.type)}
      disabled={isOff}
      onChange={(_, { checked }) => onHighRisk(capability, checked)}
    />
  );
}

function Risk({ risk, word }: { readonly risk: Capability["risk"]; readonly word: string }): ReactElement {
  if (risk === "high") return <StatusMark tone="bad" sign={<ShieldErrorRegular />} word={word} />;
  if (risk === "medium") return <StatusMark tone="warning" sign={<WarningRegular />} word={word} />;
  return <StatusMark tone="good" sign={<ShieldCheckmarkRegular />} word={word} />;
}
