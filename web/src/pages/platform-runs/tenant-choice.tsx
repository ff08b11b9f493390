import { makeStyles, SearchBox, tokens } from "@fluentui/react-components";
import { type ReactElement, useDeferredValue, useState } from "react";
import { useOverview } from "../../api/overview.ts";
import { CheckList } from "../../parts/check-list.tsx";
import { useWords } from "../../words/use-words.ts";

const useStyles = makeStyles({
  choice: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  search: { maxWidth: "none" },
  list: { maxHeight: "30vh" },
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
        <CheckList
          className={styles.list}
          label={words.which}
          options={items.map(({ id, name }) => ({ value: id, text: name }))}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
      <div className={styles.count} role="status">
        {words.chosen(chosen.length)}
        {hasMore && `. ${words.more}`}
      </div>
    </div>
  );
}
