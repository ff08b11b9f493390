import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowSwapRegular } from "@fluentui/react-icons/svg/arrow-swap";
import type { ReactElement } from "react";
import { inventorySide, type SideId } from "../../api/comparison.ts";
import { useWords } from "../../words/use-words.ts";
import { SideCard } from "./side-card.tsx";
import type { Side } from "./use-side.ts";

const useStyles = makeStyles({
  sides: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto minmax(0, 1fr)",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    "@media (max-width: 900px)": { gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "stretch" },
  },
  swap: { justifySelf: "center" },
});

type SidesChoiceProps = {
  readonly left: Side;
  readonly right: Side;
  readonly typeName: (type: string) => string;
  readonly onChoose: (sides: { readonly left?: SideId; readonly right?: SideId }) => void;
};

/** What is compared with what. */
export function SidesChoice({ left, right, typeName, onChoose }: SidesChoiceProps): ReactElement {
  const styles = useStyles();
  const { sides } = useWords().compare;
  const [first, second] = [idOf(left), idOf(right)];
  const off = right.id === inventorySide ? sides.swapOff : undefined;
  const swap = (): void => {
    if (first && second && off === undefined) onChoose({ left: second, right: first });
  };
  return (
    <div className={styles.sides}>
      <SideCard side={left} which="left" typeName={typeName} onChoose={(side) => onChoose({ left: side })} />
      <Button
        className={styles.swap}
        appearance="subtle"
        icon={<ArrowSwapRegular />}
        aria-label={sides.swap}
        title={off ?? sides.swap}
        disabledFocusable={off !== undefined || !first || !second}
        onClick={swap}
      />
      <SideCard side={right} which="right" typeName={typeName} onChoose={(side) => onChoose({ right: side })} />
    </div>
  );
}

/** A side that is known. */
export function idOf({ tenantId, id }: Side): SideId | undefined {
  return id === undefined ? undefined : { tenantId, id };
}
