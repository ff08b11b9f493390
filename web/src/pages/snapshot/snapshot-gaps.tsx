import { MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Operations, Snapshot } from "../../api/operations.ts";
import { formatList } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { codeWords } from "../code-words.ts";
import { Section } from "../section.tsx";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, margin: 0, padding: 0 },
  gap: {
    listStyleType: "none",
    borderLeft: `3px solid ${tokens.colorStatusWarningBorder2}`,
    paddingLeft: tokens.spacingHorizontalM,
    maxWidth: "90ch",
    overflowWrap: "anywhere",
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: "90ch" },
});

type Types = NonNullable<Operations["listEntries"]["answer"]["types"]>;

type SnapshotGapsProps = {
  readonly snapshot: Snapshot;
  readonly types: Types;
  readonly typeName: (type: string) => string;
};

/** What a snapshot does not hold, why, and what helps: before all that it holds. */
export function SnapshotGaps({ snapshot: { gaps }, types, typeName }: SnapshotGapsProps): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const { title, lead, none, notLicensed } = words.snapshot.gaps;
  const unlicensed = types.filter(({ state }) => state === "not_licensed").map(({ type }) => typeName(type));
  const without = unlicensed.length > 0 && (
    <p className={styles.quiet}>
      {notLicensed} {formatList(language, unlicensed)}.
    </p>
  );
  if (gaps.length === 0) {
    return (
      <>
        <p className={styles.quiet}>{none}</p>
        {without}
      </>
    );
  }
  return (
    <Section title={title}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{lead(gaps.length)}</MessageBarBody>
      </MessageBar>
      <ul className={styles.list}>
        {gaps.map(({ type, code, message }) => {
          const said = codeWords(code, words);
          return (
            <li key={`${type} ${code} ${message}`} className={styles.gap}>
              <strong>
                {typeName(type)}: {said.title}
              </strong>
              <br />
              {message} {said.help}
            </li>
          );
        })}
      </ul>
      {without}
    </Section>
  );
}
