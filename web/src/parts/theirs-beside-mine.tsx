import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";

const useStyles = makeStyles({
  changed: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  table: {
    borderCollapse: "collapse",
    width: "100%",
    tableLayout: "fixed",
    "& th, & td": {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
      textAlign: "start",
      verticalAlign: "top",
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: "anywhere",
    },
    "& tbody th": { fontWeight: tokens.fontWeightRegular },
  },
});

/** A term, what it is now, and what it would become. */
export type BothSides = { readonly term: string; readonly theirs: string; readonly mine: string };

type TheirsBesideMineProps = {
  readonly title: string;
  readonly rows: readonly BothSides[];
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
};

/** After somebody else saved first: nothing is written before a person has decided. */
export function TheirsBesideMine({ title, rows, onKeepMine, onTakeTheirs }: TheirsBesideMineProps): ReactElement {
  const styles = useStyles();
  const words = useWords().parts.overtaken;
  return (
    <div className={styles.changed}>
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{title}</MessageBarTitle> {words.text}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={onKeepMine}>{words.keepMine}</Button>
          <Button onClick={onTakeTheirs}>{words.takeTheirs}</Button>
        </MessageBarActions>
      </MessageBar>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.theirs}</th>
            <th scope="col">{words.mine}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ term, theirs, mine }) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              <td>{theirs}</td>
              <td>{mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
