import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { type ComparedId, inventorySide, type TwoSides } from "../../api/comparison.ts";
import type { ComparedObject } from "../../api/operations.ts";
import { useWords } from "../../words/use-words.ts";
import { SnapshotObject } from "../snapshot-object.tsx";

const useStyles = makeStyles({
  both: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: tokens.spacingHorizontalM,
    "@media (max-width: 1200px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  side: { margin: 0, fontSize: tokens.fontSizeBase300 },
});

type ObjectJsonProps = { readonly sides: TwoSides; readonly object: ComparedId; readonly row: ComparedObject };

/** The object as Graph gave it, on each side that holds it. */
export function ObjectJson({ sides, object, row }: ObjectJsonProps): ReactElement {
  const styles = useStyles();
  const words = useWords().compare.sides;
  const isPair = row.change !== "added" && row.change !== "removed";
  const rightId = (isPair ? row.otherId : null) ?? object.id;
  return (
    <div className={styles.both}>
      {row.leftHash !== null && (
        <div>
          <h3 className={styles.side}>{words.left}</h3>
          <SnapshotObject tenantId={sides.left.tenantId} snapshotId={sides.left.id} object={object} />
        </div>
      )}
      {row.rightHash !== null && sides.right.id !== inventorySide && (
        <div>
          <h3 className={styles.side}>{words.right}</h3>
          <SnapshotObject
            tenantId={sides.right.tenantId}
            snapshotId={sides.right.id}
            object={{ type: object.type, id: rightId }}
          />
        </div>
      )}
    </div>
  );
}
