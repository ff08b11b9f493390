import { Checkbox, makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { type ReactElement, useDeferredValue, useState } from "react";
import { useOverview } from "../../api/overview.ts";
import { useWords } from "../../words/use-words.ts";

const useStyles = makeStyles({
  choice: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  search: { maxWidth: "none" },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    overflowY: "auto",
    maxHeight: "30vh",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const longestSearch = 100;

type TenantChoiceProps = {
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
};

/** Tenants by name, found by the server; what is chosen stays so while another text is searched. */
export function TenantChoice({ chosen, onChoose }: TenantChoiceProps): ReactElement {
  const styles = useStyles();
  const words = useWords().platformRuns.form;
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const { items, first, hasMore } = useOverview(true, wanted === "" ? {} : { text: wanted });
  const toggle = (id: string, isOn: boolean): void =>
    onChoose(isOn ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <div className={styles.choice}>
      <SearchBox
        className={styles.search}
        aria-label={words.search}
        placeholder={words.search}
        value={text}
        onChange={(_, { value }) => setText(value.slice(0, longestSearch))}
      />
      {first !== undefined && items.length === 0 && <div>{words.noMatch}</div>}
      {items.length > 0 && (
        <ul className={styles.list} aria-label={words.which}>
          {items.map(({ id, name }) => (
            <li key={id}>
              <Checkbox
                label={name}
                checked={chosen.includes(id)}
                onChange={(_, { checked }) => toggle(id, checked === true)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.count} role="status">
        {words.chosen(chosen.length)}
        {hasMore && `. ${words.more}`}
      </div>
    </div>
  );
}
