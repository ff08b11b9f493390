import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import type { Change } from "../../api/operations.ts";
import { useWords } from "../../words/use-words.ts";
import { changeId } from "./change-id.ts";
import { ChangeRow } from "./change-row.tsx";

const useStyles = makeStyles({
  area: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0 },
});

export const areas = ["name", "settings", "properties", "assignments", "scopeTags"] as const;

/** More stand there when somebody wants them: an object may differ in thousands of places. */
const shownAtFirst = 300;

/** Changes as they are shown, and as n and p step through them: area by area. */
export function changesInOrder(changes: readonly Change[]): readonly Change[] {
  return areas.flatMap((area) => changes.filter((change) => change.area === area));
}

type ObjectChangesProps = {
  readonly name: string;
  readonly changes: readonly Change[];
  /** The anchor of the change that one is at. */
  readonly current: string;
  readonly href: string;
};

/** The changes of an object under the headings of their areas. */
export function ObjectChanges({ name, changes, current, href }: ObjectChangesProps): ReactElement {
  const styles = useStyles();
  const words = useWords().compare;
  const [isWhole, setWhole] = useState(false);
  const wanted = changes.findIndex((change) => changeId(change) === current);
  const shown = isWhole || wanted >= shownAtFirst ? changes : changes.slice(0, shownAtFirst);
  return (
    <div>
      {areas.map((area) => {
        const own = shown.filter((change) => change.area === area);
        if (own.length === 0) return null;
        return (
          <div key={area}>
            <h3 className={styles.area}>
              {words.areas[area]}: {words.object.changes(changes.filter((change) => change.area === area).length)}
            </h3>
            <ul className={styles.list} aria-label={`${words.object.changesOf(name)}: ${words.areas[area]}`}>
              {own.map((change) => {
                const id = changeId(change);
                return <ChangeRow key={id} change={change} isCurrent={id === current} href={href} />;
              })}
            </ul>
          </div>
        );
      })}
      {shown.length < changes.length && (
        <Button onClick={() => setWhole(true)}>{words.object.showAll(changes.length)}</Button>
      )}
    </div>
  );
}
