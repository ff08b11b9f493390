import { Checkbox, makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import type { Capability } from "../../api/operations.ts";
import { useWords } from "../../words/use-words.ts";

const useStyles = makeStyles({
  choice: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  search: { maxWidth: "100%" },
  types: {
    display: "flex",
    flexDirection: "column",
    height: "220px",
    overflowY: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
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
  const toggle = (type: string, isChosen: boolean): void =>
    onChoose(isChosen ? [...chosen, type] : chosen.filter((each) => each !== type));
  return (
    <div className={styles.choice}>
      <SearchBox
        className={styles.search}
        aria-label={words.search}
        placeholder={words.search}
        value={text}
        onChange={(_, data) => setText(data.value)}
      />
      <fieldset aria-label={words.scope} className={styles.types}>
        {shown.map(({ type, name }) => (
          <Checkbox
            key={type}
            label={name}
            checked={chosen.includes(type)}
            onChange={(_, { checked }) => toggle(type, checked === true)}
          />
        ))}
      </fieldset>
      <span className={styles.note} aria-live="polite">
        {chosen.length === 0 ? words.chooseOne : words.chosen(chosen.length)}
      </span>
      <span className={styles.note}>{words.partNote}</span>
    </div>
  );
}
