import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import type { Comparison } from "../../api/comparison.ts";
import { useSpoken } from "../../words/use-words.ts";
import type { Words } from "../../words/words.ts";
import { codeWords } from "../code-words.ts";
import type { Side } from "./use-side.ts";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
});

const shownAtFirst = 4;

type NotesProps = {
  readonly comparison: Comparison;
  readonly left: Side;
  readonly right: Side;
  readonly typeName: (type: string) => string;
};

/** What was not compared and why, what Microsoft added, and what is not exact: before all that differs. */
export function Notes(props: NotesProps): ReactElement | null {
  const styles = useStyles();
  const { words } = useSpoken();
  const [isWhole, setWhole] = useState(false);
  const { notes } = words.compare;
  const all = notesOf(props, words);
  const shown = isWhole ? all : all.slice(0, shownAtFirst);
  if (all.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <strong>{notes.title}</strong>
        <ul className={styles.list}>
          {shown.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
        {shown.length < all.length && (
          <Button size="small" appearance="transparent" onClick={() => setWhole(true)}>
            {notes.more(all.length - shown.length)}
          </Button>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

function notesOf({ comparison, left, right, typeName }: NotesProps, words: Words): readonly string[] {
  const { notes, sides } = words.compare;
  const incomparable = comparison.byType.flatMap(({ type, counts, reason }) => {
    const count = counts["incomparable"] ?? 0;
    return count > 0 && reason ? [`${notes.incomparable(typeName(type), count)}: ${notes.reasons[reason]}`] : [];
  });
  const appeared = comparison.appeared.map(({ type, place, objects }) =>
    notes.appeared(place.split("/").at(-1) ?? place, `${typeName(type)}, ${sides.objects(objects)}`),
  );
  const inexact = comparison.exact || right.snapshot === undefined ? [] : [notes.inexact];
  return [...gapNotes(left, right, typeName, words), ...incomparable, ...inexact, ...appeared];
}

/** Gaps of both sides; the same gap on both is said once. */
function gapNotes(left: Side, right: Side, typeName: (type: string) => string, words: Words): readonly string[] {
  const { sides, notes } = words.compare;
  const gapsOf = ({ snapshot }: Side): readonly string[] =>
    snapshot?.gaps.map(({ type, code }) => `${type} ${code}`) ?? [];
  const [before, after] = [new Set(gapsOf(left)), new Set(gapsOf(right))];
  return [...new Set([...before, ...after])].map((gap) => {
    const [type = "", code = ""] = gap.split(" ");
    const where = before.has(gap) ? (after.has(gap) ? notes.both : sides.left) : sides.right;
    return notes.gap(`${typeName(type)}, ${codeWords(code, words).title}`, where);
  });
}
