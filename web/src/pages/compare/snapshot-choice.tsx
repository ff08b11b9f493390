import { Dropdown, makeStyles, Option, type OptionOnSelectData, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { inventorySide } from "../../api/comparison.ts";
import type { Snapshot } from "../../api/operations.ts";
import { formatDateTime } from "../../words/format.ts";
import { type Spoken, useSpoken } from "../../words/use-words.ts";
import { SnapshotState } from "../snapshot-state.tsx";
import type { Side } from "./use-side.ts";

const useStyles = makeStyles({
  choice: { minWidth: 0, width: "100%" },
  option: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  facts: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** No snapshot has it as its id. */
const older = "older";

type SnapshotChoiceProps = {
  readonly side: Side;
  /** Names the choice for readers: which side it is of. */
  readonly label: string;
  readonly mayBeInventory: boolean;
  readonly onChoose: (id: string) => void;
};

/** Chooses one of a tenant's snapshots, the newest first, or what is there now. */
export function SnapshotChoice({ side, label, mayBeInventory, onChoose }: SnapshotChoiceProps): ReactElement {
  const styles = useStyles();
  const spoken = useSpoken();
  const { sides } = spoken.words.compare;
  const { items, hasMore, loadMore } = side.list;
  const select = (_: unknown, { optionValue }: OptionOnSelectData): void => {
    if (optionValue === older) loadMore();
    else if (optionValue !== undefined) onChoose(optionValue);
  };
  return (
    <Dropdown
      className={styles.choice}
      aria-label={label}
      placeholder={sides.choose}
      value={chosenText(side, spoken)}
      selectedOptions={side.id === undefined ? [] : [side.id]}
      onOptionSelect={select}
    >
      {mayBeInventory && (
        <Option value={inventorySide} text={sides.inventory}>
          <span className={styles.option}>
            {sides.inventory}
            <span className={styles.facts}>{sides.inventoryNote}</span>
          </span>
        </Option>
      )}
      {items.map((snapshot, index) => (
        <Option key={snapshot.id} value={snapshot.id} text={snapshotText(snapshot, spoken)}>
          <span className={styles.option}>
            {snapshotText(snapshot, spoken)}
            {index === 0 && ` (${sides.newest})`}
            <span className={styles.facts}>
              <SnapshotState state={snapshot.state} /> {sides.objects(snapshot.counts.succeeded)}
            </span>
          </span>
        </Option>
      ))}
      {hasMore && (
        <Option value={older} text={sides.older}>
          {sides.older}
        </Option>
      )}
    </Dropdown>
  );
}

function chosenText({ id, snapshot }: Side, spoken: Spoken): string {
  if (id === inventorySide) return spoken.words.compare.sides.inventory;
  return snapshot ? snapshotText(snapshot, spoken) : "";
}

function snapshotText({ sealedAt, label }: Snapshot, { language }: Spoken): string {
  const at = formatDateTime(language, sealedAt);
  return label === null ? at : `${at} · ${label}`;
}
