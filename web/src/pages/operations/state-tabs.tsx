import { CounterBadge, makeStyles, Tab, TabList } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Operations } from "../../api/operations.ts";
import type { FilterValues } from "../../parts/filter.ts";
import { useWords } from "../../words/use-words.ts";
import type { RunSearch } from "../run-filters.ts";

type Counts = Operations["countOperations"]["answer"];

const useStyles = makeStyles({ list: { marginLeft: "-12px", flexWrap: "wrap" }, count: { marginLeft: "8px" } });

/** What each tab sets in the address. */
const tabs = {
  all: {},
  active: { status: "running" },
  failed: { outcome: "failed" },
  partly: { outcome: "partially_succeeded" },
} as const satisfies Record<string, Pick<RunSearch, "status" | "outcome">>;

type Tabs = keyof typeof tabs;

const names = Object.keys(tabs).filter((name): name is Tabs => Object.hasOwn(tabs, name));

type StateTabsProps = {
  readonly counts: Counts | undefined;
  readonly search: RunSearch;
  readonly onValues: (values: FilterValues) => void;
};

/** Runs by state, each with how many there are; a tab is a filter of the address. */
export function StateTabs({ counts, search, onValues }: StateTabsProps): ReactElement {
  const styles = useStyles();
  const words = useWords().operations.tabs;
  const chosen = names.find((name) => isSet(tabs[name], search)) ?? "";
  return (
    <TabList
      className={styles.list}
      size="small"
      aria-label={words.label}
      selectedValue={chosen}
      onTabSelect={(_, { value }) => {
        const name = names.find((each) => each === value);
        if (name) onValues({ ...search, status: undefined, outcome: undefined, ...tabs[name] });
      }}
    >
      {names.map((name) => (
        <Tab key={name} value={name}>
          {words[name]}
          {counts && name !== "all" && (
            <CounterBadge
              className={styles.count}
              appearance="filled"
              color="informative"
              count={countOf(name, counts)}
              overflowCount={999}
              showZero
            />
          )}
        </Tab>
      ))}
    </TabList>
  );
}

function isSet({ status, outcome }: Pick<RunSearch, "status" | "outcome">, search: RunSearch): boolean {
  return search.status === status && search.outcome === outcome;
}

function countOf(name: Exclude<Tabs, "all">, counts: Counts): number {
  if (name === "active") return counts.running.count;
  return name === "failed" ? counts.failed.count : counts.partially_succeeded.count;
}
