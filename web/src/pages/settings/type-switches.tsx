import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useTenantCapabilities } from "../../api/capability.ts";
import type { Capability, TenantSettings } from "../../api/operations.ts";
import { ConfirmLater } from "../../parts/confirm-later.tsx";
import { DataList } from "../../parts/data-list.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { Section } from "../section.tsx";
import { useProblem } from "../use-problem.ts";
import { typeColumns } from "./type-columns.tsx";

const useStyles = makeStyles({ lead: { color: tokens.colorNeutralForeground2 } });

export type TypeSwitchesProps = {
  readonly tenantId: string;
  /** Typed by who enables a type of high risk. */
  readonly tenantName: string;
  readonly value: TenantSettings;
  readonly onChange: (part: Partial<TenantSettings>) => void;
  readonly isOff: boolean;
};

/** Every object type with its risk, and what the owners switch for it. To enable one of high risk asks first (P2.3). */
export function TypeSwitches({ tenantId, tenantName, value, onChange, isOff }: TypeSwitchesProps): ReactElement {
  const styles = useStyles();
  const spoken = useSpoken();
  const { settings: words } = spoken.words;
  const capabilities = useTenantCapabilities(tenantId);
  const [asked, ask] = useState<Capability>();
  const items = capabilities.data?.items ?? [];
  const { withheld, highRiskEnabled } = value;
  const columns = typeColumns({
    spoken,
    value,
    isOff,
    onRead: ({ type }, isRead) => onChange({ withheld: withOrWithout(withheld, type, !isRead) }),
    onHighRisk: (capability, isEnabled) => {
      if (isEnabled) ask(capability);
      else onChange({ highRiskEnabled: withOrWithout(highRiskEnabled, capability.type, false) });
    },
  });
  return (
    <Section title={words.types.title}>
      <div className={styles.lead}>
        {words.types.withheldCount(withheld.length)}, {words.types.enabledCount(highRiskEnabled.length)}.{" "}
        {words.types.savedFirst}
      </div>
      <PageStates
        hasData={capabilities.data !== undefined}
        problem={useProblem(capabilities)}
        onTryAgain={() => void capabilities.refetch()}
        isEmpty={items.length === 0}
        empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      >
        <DataList
          label={words.types.title}
          rows={items.toSorted((a, b) => a.name.localeCompare(b.name, spoken.language))}
          columns={columns}
          keyOf={({ type }) => type}
          nameOf={({ name }) => name}
        />
      </PageStates>
      {asked && (
        <ConfirmLater
          title={words.risk.title(asked.name)}
          action={words.risk.action}
          phrase={tenantName}
          isDangerous
          onClose={() => ask(undefined)}
          onConfirm={() => {
            onChange({ highRiskEnabled: withOrWithout(highRiskEnabled, asked.type, true) });
            ask(undefined);
          }}
        >
          <p>{words.risk.warning}</p>
          <p>{words.risk.whenSaved}</p>
        </ConfirmLater>
      )}
    </Section>
  );
}

function withOrWithout(types: readonly string[], type: string, isWith: boolean): readonly string[] {
  const others = types.filter((each) => each !== type);
  return isWith ? [...others, type] : others;
}
