import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactElement, useMemo, useRef, useState } from "react";
import { useWords } from "../words/use-words.ts";
import { JsonLine } from "./json-line.tsx";
import { branchPaths, isBranch, type Json, type JsonRow, jsonRows } from "./json-rows.ts";

const rowHeight = 24;

const none: ReadonlySet<string> = new Set();

const useStyles = makeStyles({
  commands: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  scroller: {
    maxHeight: "max(240px, calc(100dvh - 360px))",
    overflowX: "hidden",
    overflowY: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  tree: { position: "relative" },
});

type JsonTreeProps = {
  readonly value: Json;
  /** JSON pointers of secrets: the name is shown, the value is not. */
  readonly secrets?: ReadonlySet<string>;
  readonly label?: string;
};

/** A JSON document of any size as a tree. Up and down move, right opens, left closes. */
export function JsonTree({ value, secrets = none, label }: JsonTreeProps): ReactElement {
  const styles = useStyles();
  const { json } = useWords().parts;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const rows = useMemo(() => jsonRows(value, (path) => open.has(path) && !secrets.has(path)), [value, open, secrets]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.path ?? index,
    overscan: 10,
  });
  const set = (path: string, isOpen: boolean) => secrets.has(path) || setOpen(changed(open, path, isOpen));
  const move = (index: number) => {
    setCurrent(index);
    virtual.scrollToIndex(index);
  };
  return (
    <div>
      <div className={styles.commands}>
        <Button
          size="small"
          appearance="subtle"
          onClick={() => setOpen(new Set(branchPaths(value).filter((path) => !secrets.has(path))))}
        >
          {json.expandAll}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => setOpen(new Set())}>
          {json.collapseAll}
        </Button>
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="tree"
        aria-label={label ?? json.name}
        aria-activedescendant={rows[current] && `json${rows[current].path}`}
        tabIndex={0}
        onKeyDown={(event) => onTreeKey(event, { rows, current, open, move, set })}
      >
        <div role="none" className={styles.tree} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const isSecret = secrets.has(row.path);
            const isOpen = isBranch(row.value) && !isSecret ? open.has(row.path) : undefined;
            const choose = () => {
              setCurrent(index);
              if (isOpen !== undefined) set(row.path, !isOpen);
            };
            const facts = { row, isOpen, isSecret, isCurrent: index === current, start, choose };
            return <JsonLine key={key} {...facts} height={rowHeight} />;
          })}
        </div>
      </div>
    </div>
  );
}

type TreeKeys = {
  readonly rows: readonly JsonRow[];
  readonly current: number;
  readonly open: ReadonlySet<string>;
  readonly move: (index: number) => void;
  readonly set: (path: string, isOpen: boolean) => unknown;
};

function onTreeKey(event: KeyboardEvent, { rows, current, open, move, set }: TreeKeys): void {
  const row = rows[current];
  if (!row) return;
  const canOpen = isBranch(row.value);
  const isOpen = open.has(row.path);
  const parent = rows.slice(0, current).findLastIndex(({ level }) => level < row.level);
  if (event.key === "ArrowDown") move(Math.min(current + 1, rows.length - 1));
  else if (event.key === "ArrowUp") move(Math.max(current - 1, 0));
  else if (event.key === "Home") move(0);
  else if (event.key === "End") move(rows.length - 1);
  else if (event.key === "ArrowRight" && isOpen) move(current + 1);
  else if (event.key === "ArrowRight" && canOpen) set(row.path, true);
  else if (event.key === "ArrowLeft" && isOpen) set(row.path, false);
  else if (event.key === "ArrowLeft") move(Math.max(parent, 0));
  else if ((event.key === "Enter" || event.key === " ") && canOpen) set(row.path, !isOpen);
  else return;
  event.preventDefault();
}

function changed(open: ReadonlySet<string>, path: string, isOpen: boolean): ReadonlySet<string> {
  const next = new Set(open);
  if (isOpen) next.add(path);
  else next.delete(path);
  return next;
}
