import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { FilterDismissRegular } from "@fluentui/react-icons/svg/filter-dismiss";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "../words/use-words.ts";
import { cleared, type Filter, type FilterValues, isAnySet } from "./filter.ts";
import { FilterChoice } from "./filter-choice.tsx";
import { FilterDay } from "./filter-day.tsx";
import { FilterSearch } from "./filter-search.tsx";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, minHeight: "32px" },
  rest: { marginLeft: "auto" },
});

type FilterBarProps = {
  readonly filters: readonly Filter[];
  /** What the address has. */
  readonly values: FilterValues;
  /** Gets all values with the change; the page writes them to the address. */
  readonly onChange: (values: FilterValues) => void;
  /** At the end of the line; usually `Freshness`. */
  readonly children?: ReactNode;
};

/** The filters of a list. Their values live in the address. */
export function FilterBar({ filters, values, onChange, children }: FilterBarProps): ReactElement {
  const styles = useStyles();
  const words = useWords().parts.filters;
  return (
    <search className={styles.bar} aria-label={words.name}>
      {filters.map((filter) => {
        const { name, label, options, isDay = false } = filter;
        const change = (value: string | undefined) => onChange({ ...values, [name]: value });
        if (isDay) return <FilterDay key={name} label={label} value={values[name]} onChange={change} />;
        if (options === undefined)
          return <FilterSearch key={name} label={label} value={values[name]} onChange={change} />;
        return <FilterChoice key={name} filter={filter} value={values[name]} onChange={change} />;
      })}
      {isAnySet(filters, values) && (
        <Button appearance="subtle" icon={<FilterDismissRegular />} onClick={() => onChange(cleared(filters, values))}>
          {words.clear}
        </Button>
      )}
      {children !== undefined && <div className={styles.rest}>{children}</div>}
    </search>
  );
}
