import { Dropdown, makeStyles, Option, type OptionOnSelectData } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { chosenOptions, type Filter } from "./filter.ts";

const useStyles = makeStyles({
  choice: { minWidth: "120px", maxWidth: "280px", "@media (max-width: 480px)": { maxWidth: "100%", flexGrow: 1 } },
});

type FilterChoiceProps = {
  readonly filter: Filter;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
};

/** One filter with its values. A single choice has "Any" to take it back. */
export function FilterChoice({ filter, value, onChange }: FilterChoiceProps): ReactElement {
  const styles = useStyles();
  const words = useWords().parts.filters;
  const { label, options = [], several = false } = filter;
  const chosen = chosenOptions(filter, value);
  const [first, ...others] = chosen;
  const some =
    first === undefined ? words.any : others.length === 0 ? first.text : words.several(first.text, others.length);
  const select = (_: unknown, { optionValue = "", selectedOptions }: OptionOnSelectData) => {
    const next = several ? selectedOptions.join(",") : optionValue;
    onChange(next === "" ? undefined : next);
  };
  return (
    <Dropdown
      className={styles.choice}
      aria-label={label}
      multiselect={several}
      value={words.set(label, some)}
      selectedOptions={several ? chosen.map((each) => each.value) : [value ?? ""]}
      onOptionSelect={select}
    >
      {!several && <Option value="">{words.any}</Option>}
      {options.map((option) => (
        <Option key={option.value} value={option.value}>
          {option.text}
        </Option>
      ))}
    </Dropdown>
  );
}
