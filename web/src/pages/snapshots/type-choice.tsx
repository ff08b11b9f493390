import { makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import type { Capability } from "../../api/operations.ts";
import { CheckList } from "../../parts/check-list.tsx";
import { useWords } from "../../words/use-words.ts";
import { typeOptions } from "../use-object-types.ts";

const useStyles = makeStyles({
  choice: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  search: { maxWidth: "100%" },
  types: { height: "220px" },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

type TypeChoiceProps = {
  readonly types: readonly Capability[];
  readonly chosen: readonly string[];
  readonly onChoose: (types: readonly string[]) => void;
};

/** Some of all object types, found by a part of their name. */
export function TypeChoice({ types, chosen, onChoose }: TypeChoiceProps): ReactElement {
  const styles = useStyles();
  const words = useWords().snapshots.dialog;
  const [text, setText] = useState("");
  const shown = types.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <div className={styles.choice}>
      <SearchBox
        className={styles.search}
        aria-label={words.search}
        placeholder={words.search}
        value={text}
        onChange={(_, data) => setText(data.value)}
      />
      <CheckList
        className={styles.types}
        label={words.scope}
        options={typeOptions(shown)}
        chosen={chosen}
        onChoose={onChoose}
      />
      <span className={styles.note} aria-live="polite">
        {chosen.length === 0 ? words.chooseOne : words.chosen(chosen.length)}
      </span>
      <span className={styles.note}>{words.partNote}</span>
    </div>
  );
}
