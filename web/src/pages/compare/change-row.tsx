import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Change } from "../../api/operations.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { changeId } from "./change-id.ts";
import { ChangeMark } from "./change-mark.tsx";
import { valueText } from "./value-text.ts";

const useStyles = makeStyles({
  change: {
    listStyleType: "none",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    // Thousands of them cost little: the browser draws those that one sees.
    contentVisibility: "auto",
    containIntrinsicSize: "auto 96px",
    scrollMarginTop: "64px",
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalM },
  path: { minWidth: 0, flex: "1 1 200px", overflowWrap: "anywhere" },
  way: { color: tokens.colorNeutralForeground3 },
  name: { fontWeight: tokens.fontWeightSemibold },
  values: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
    "@media (max-width: 900px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
  value: {
    display: "block",
    minWidth: 0,
    maxHeight: "320px",
    overflowY: "auto",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusSmall,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    textDecorationLine: "none",
    color: tokens.colorNeutralForeground1,
  },
  before: {
    backgroundColor: tokens.colorPaletteRedBackground1,
    borderLeft: `3px solid ${tokens.colorPaletteRedBorder2}`,
  },
  after: {
    backgroundColor: tokens.colorPaletteGreenBackground1,
    borderLeft: `3px solid ${tokens.colorPaletteGreenBorder2}`,
  },
  side: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

type ChangeRowProps = { readonly change: Change; readonly isCurrent: boolean; readonly href: string };

/** One place that differs: what it was at the left, what it is at the right. Its anchor can be sent to somebody. */
export function ChangeRow({ change, isCurrent, href }: ChangeRowProps): ReactElement {
  const styles = useStyles();
  const { object } = useSpoken().words.compare;
  const { kind, path, place, definitionId } = change;
  const id = changeId(change);
  const way = path.slice(0, -1);
  return (
    <li id={id} tabIndex={-1} className={mergeClasses(styles.change, isCurrent && styles.current)}>
      <div className={styles.head}>
        <ChangeMark kind={kind} />
        <span className={styles.path} title={definitionId ?? place}>
          {way.length > 0 && <span className={styles.way}>{way.join(" › ")} › </span>}
          <span className={styles.name}>{path.at(-1) ?? place}</span>
        </span>
        <CopyButton text={`${href}#${id}`} thing={object.copyChange} />
      </div>
      {kind !== "moved" && <Values change={change} />}
    </li>
  );
}

function Values({ change: { before, after } }: { readonly change: Change }): ReactElement {
  const styles = useStyles();
  const spoken = useSpoken();
  const { sides } = spoken.words.compare;
  return (
    <div className={styles.values}>
      <del className={mergeClasses(styles.value, styles.before)}>
        <span className={styles.side}>− {sides.left}</span>
        {valueText(before, spoken)}
      </del>
      <ins className={mergeClasses(styles.value, styles.after)}>
        <span className={styles.side}>+ {sides.right}</span>
        {valueText(after, spoken)}
      </ins>
    </div>
  );
}
