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
import type { TenantSettings } from "../../api/operations.ts";
import type { ChangedMeanwhile } from "../../api/settings.ts";
import { formatList } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { useObjectTypes } from "../use-object-types.ts";
import type { useSettingsForm } from "./use-settings-form.ts";

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

type ChangedBarProps = {
  readonly tenantId: string;
  readonly form: ReturnType<typeof useSettingsForm>;
  readonly theirs: ChangedMeanwhile["theirs"];
};

/** Theirs beside mine, after somebody else saved first; nothing is written before a person has decided. */
export function ChangedBar({ tenantId, form, theirs }: ChangedBarProps): ReactElement {
  const styles = useStyles();
  const words = useSpoken().words.settings.changed;
  const inWords = useSettingsInWords(tenantId);
  const [before, mine] = [inWords(theirs.body), inWords(form.value)];
  return (
    <div className={styles.changed}>
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          <MessageBarTitle>{words.title}</MessageBarTitle> {words.text}
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => form.saveOver(theirs.etag ?? "")}>{words.keepMine}</Button>
          <Button onClick={form.discard}>{words.takeTheirs}</Button>
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
          {before.map(([term, value], index) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              <td>{value}</td>
              <td>{mine[index]?.[1]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Settings as terms with their values. */
function useSettingsInWords(tenantId: string) {
  const { language, words } = useSpoken();
  const { nameOf } = useObjectTypes(tenantId);
  const { changed, restore } = words.settings;
  const types = (ids: readonly string[]): string =>
    ids.length === 0 ? changed.none : formatList(language, ids.map(nameOf).toSorted());
  return ({ mostRestore, withheld, highRiskEnabled }: TenantSettings): readonly (readonly [string, string])[] => [
    [restore.label, wordFor(words.terms.restoreLevels, mostRestore)],
    [changed.withheld, types(withheld)],
    [changed.highRisk, types(highRiskEnabled)],
  ];
}
