import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ComparedObject } from "../../api/operations.ts";
import { useWords } from "../../words/use-words.ts";
import type { Words } from "../../words/words.ts";
import { ChangeMark } from "./change-mark.tsx";

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

type ObjectNoteProps = { readonly row: ComparedObject; readonly hasChanges: boolean };

/** What became of an object, in a sentence where its changes do not say it. */
export function ObjectNote({ row, hasChanges }: ObjectNoteProps): ReactElement {
  const styles = useStyles();
  const words = useWords().compare;
  return (
    <div>
      <ChangeMark kind={row.change} />
      {sentencesOf(row, hasChanges, words).map((sentence) => (
        <p key={sentence} className={styles.note}>
          {sentence}
        </p>
      ))}
    </div>
  );
}

function sentencesOf(
  row: ComparedObject,
  hasChanges: boolean,
  { object, notes, hints }: Words["compare"],
): readonly string[] {
  const { change, detail, otherId, otherName, reason } = row;
  const renamed = otherName === null ? [] : [object.renamed(otherName)];
  if (change === "added") return otherId === null ? [object.added] : [object.added, object.sameNameRemoved];
  if (change === "removed") return otherId === null ? [object.removed] : [object.removed, object.sameNameAdded];
  if (change === "incomparable") return reason === null ? [hints.incomparable] : [notes.reasons[reason]];
  if (change === "ambiguous") return [hints.ambiguous];
  if (detail === "hash") return [...renamed, object.hashOnly];
  return hasChanges ? renamed : [...renamed, object.nothing];
}
