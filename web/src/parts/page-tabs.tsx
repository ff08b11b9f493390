import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

/** A tab: what it shows, and how many there are. */
export type PageTab = { readonly id: string; readonly text: string; readonly count?: string | undefined };

const useStyles = makeStyles({
  tabs: { flexWrap: "wrap", marginLeft: "-10px" },
  count: { marginLeft: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground3 },
});

type PageTabsProps = {
  readonly label: string;
  readonly tabs: readonly PageTab[];
  readonly chosen: string;
  /** The page writes it to the address. */
  readonly onChoose: (id: string) => void;
  /** What the chosen tab shows. */
  readonly children: ReactNode;
};

/** Views of one page, of which one is shown. Arrows move, Enter and Space choose. */
export function PageTabs({ label, tabs, chosen, onChoose, children }: PageTabsProps): ReactElement {
  const styles = useStyles();
  return (
    <>
      <TabList
        aria-label={label}
        className={styles.tabs}
        selectedValue={chosen}
        onTabSelect={(_, { value }) => onChoose(String(value))}
      >
        {tabs.map(({ id, text, count }) => (
          <Tab key={id} id={`tab-${id}`} value={id}>
            {text}
            {count !== undefined && <span className={styles.count}>({count})</span>}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`panel-${chosen}`} aria-labelledby={`tab-${chosen}`}>
        {children}
      </div>
    </>
  );
}
