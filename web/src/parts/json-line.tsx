import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import type { Json, JsonRow } from "./json-rows.ts";

const indent = 16;

const useStyles = makeStyles({
  line: {
    position: "absolute",
    top: 0,
    left: 0,
    width: "100%",
    boxSizing: "border-box",
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalS,
    whiteSpace: "nowrap",
    cursor: "default",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  current: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    "@media (forced-colors: active)": { outline: "1px solid Highlight", outlineOffset: "-1px" },
  },
  sign: { display: "inline-flex", flex: "0 0 16px" },
  name: {
    color: tokens.colorNeutralForeground2,
    flexShrink: 0,
    maxWidth: "60%",
    overflow: "hidden",
    textOverflow: "ellipsis",
  },
  value: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis" },
  quiet: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
});

type JsonLineProps = {
  readonly row: JsonRow;
  /** `undefined` for what cannot be opened. */
  readonly isOpen: boolean | undefined;
  readonly isSecret: boolean;
  readonly isCurrent: boolean;
  /** Pixels. */
  readonly start: number;
  readonly height: number;
  readonly choose: () => void;
};

/** One line of the tree: a name and its value, or how much is inside. */
export function JsonLine({ row, isOpen, isSecret, isCurrent, start, height, choose }: JsonLineProps): ReactElement {
  const styles = useStyles();
  const { json } = useWords().parts;
  // A secret is neither a value nor something to open.
  const text = isSecret ? json.kept : textOf(row.value, json);
  const isQuiet = isSecret || isOpen !== undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens to keys for all its lines
    <div
      id={`json${row.path}`}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={isOpen}
      aria-selected={isCurrent}
      tabIndex={-1}
      className={mergeClasses(styles.line, isCurrent && styles.current)}
      style={{ height, transform: `translateY(${start}px)`, paddingLeft: row.level * indent - indent + 8 }}
      onClick={choose}
    >
      <span className={styles.sign} aria-hidden="true">
        {isOpen !== undefined && (isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />)}
      </span>
      <span className={styles.name} title={row.name}>
        {row.name}:
      </span>
      <span className={mergeClasses(styles.value, isQuiet && styles.quiet)} title={text}>
        {text}
      </span>
    </div>
  );
}

type Counts = { readonly items: (count: number) => string; readonly members: (count: number) => string };

function textOf(value: Json, { items, members }: Counts): string {
  if (Array.isArray(value)) return items(value.length);
  if (typeof value === "object" && value !== null) return members(Object.keys(value).length);
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}
