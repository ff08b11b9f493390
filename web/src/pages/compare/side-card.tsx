import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { inventorySide, type SideId } from "../../api/comparison.ts";
import type { Snapshot } from "../../api/operations.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { formatClock, formatList } from "../../words/format.ts";
import { useSpoken, useWords } from "../../words/use-words.ts";
import { SnapshotState } from "../snapshot-state.tsx";
import { newest } from "./side-text.ts";
import { SnapshotChoice } from "./snapshot-choice.tsx";
import { TenantChoice } from "./tenant-choice.tsx";
import type { Side } from "./use-side.ts";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: { padding: `0 ${tokens.spacingHorizontalXS}`, fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    minHeight: "20px",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
  problem: { margin: 0, color: tokens.colorPaletteRedForeground1 },
});

type SideCardProps = {
  readonly side: Side;
  readonly which: "left" | "right";
  readonly typeName: (type: string) => string;
  readonly onChoose: (side: SideId) => void;
};

/** One side: whose, which reading, and how whole that reading was. */
export function SideCard({ side, which, typeName, onChoose }: SideCardProps): ReactElement {
  const styles = useStyles();
  const { sides, notFound } = useWords().compare;
  const { tenantId, snapshot, error } = side;
  return (
    <fieldset className={styles.card}>
      <legend className={styles.name}>{sides[which]}</legend>
      <TenantChoice
        tenantId={tenantId}
        label={`${sides[which]}: ${sides.tenant}`}
        onChoose={(id) => onChoose({ tenantId: id, id: newest })}
      />
      <SnapshotChoice
        side={side}
        label={`${sides[which]}: ${sides.snapshot}`}
        mayBeInventory={which === "right"}
        onChoose={(id) => onChoose({ tenantId, id })}
      />
      {error && <p className={styles.problem}>{notFound}</p>}
      {snapshot && <SnapshotFacts snapshot={snapshot} typeName={typeName} />}
      {side.id === inventorySide && <span className={styles.facts}>{sides.inventoryNote}</span>}
    </fieldset>
  );
}

type SnapshotFactsProps = { readonly snapshot: Snapshot; readonly typeName: (type: string) => string };

function SnapshotFacts({ snapshot, typeName }: SnapshotFactsProps): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const { sides } = words.compare;
  const { tenantId, id, state, counts, window, gaps } = snapshot;
  const types = [...new Set(gaps.map(({ type }) => typeName(type)))];
  return (
    <div className={styles.facts}>
      <SnapshotState state={state} />
      <span>{sides.objects(counts.succeeded)}</span>
      <span>{sides.read(formatClock(language, window.from), formatClock(language, window.to))}</span>
      <AppLink href={`/tenants/${tenantId}/snapshots/${id}`}>{sides.openSnapshot}</AppLink>
      {types.length > 0 && <span>{sides.gaps(formatList(language, types))}</span>}
    </div>
  );
}
