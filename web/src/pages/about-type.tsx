import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Capability } from "../api/operations.ts";
import { useWords } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, color: tokens.colorNeutralForeground2 },
});

/** What the product does with a type, and what a reader of its objects should know. */
export function AboutType({ type }: { readonly type: Capability | undefined }): ReactElement | null {
  const styles = useStyles();
  const { inventory, terms } = useWords();
  if (type === undefined) return null;
  const notes = [wordFor(terms.risks, type.risk), wordFor(terms.restoreLevels, type.restore), ...type.reasons];
  return (
    <section>
      <h3 className={styles.heading}>{inventory.details.about}</h3>
      <ul className={styles.list}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
