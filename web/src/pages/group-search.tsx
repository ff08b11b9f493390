import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useFoundGroups } from "../api/group.ts";
import type { FoundGroup } from "../api/operations.ts";
import { Refusal } from "../api/refusal.ts";
import { TextField } from "../parts/text-field.tsx";
import { useWords } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import type { Words } from "../words/words.ts";
import { useSettled } from "./use-settled.ts";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: "none", maxHeight: "240px", overflowY: "auto" },
  group: { width: "100%", justifyContent: "flex-start", textAlign: "start", minHeight: "32px" },
  kind: { color: tokens.colorNeutralForeground3, marginInlineStart: tokens.spacingHorizontalS },
  said: { margin: 0, color: tokens.colorNeutralForeground3 },
});

// A person who types does not want an answer to every letter.
const afterMs = 400;

type GroupSearchProps = { readonly onChoose: (group: FoundGroup) => void };

/**
 * Finds a group of one's own directory by the beginning of its name, asked in one's own name. Where that cannot be, it says
 * why, and an id can be typed elsewhere.
 */
export function GroupSearch({ onChoose }: GroupSearchProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { search } = words.groups;
  const [text, setText] = useState("");
  const asked = useSettled(text.trim(), afterMs);
  const { data, error, isFetching } = useFoundGroups(asked);
  const why = error ? whyOff(error, words) : undefined;
  return (
    <div>
      <TextField label={search.label} hint={search.hint} value={text} onChange={setText} error={why} />
      {isFetching && <Spinner size="tiny" label={search.busy} />}
      <div aria-live="polite">{!isFetching && data?.length === 0 && <p className={styles.said}>{search.none}</p>}</div>
      {data && data.length > 0 && (
        <ul className={styles.list} aria-label={search.found}>
          {data.map((group) => (
            <li key={group.id}>
              <Button appearance="subtle" className={styles.group} title={group.id} onClick={() => onChoose(group)}>
                {group.name}
                <span className={styles.kind}>{wordFor(words.groups.kinds, group.kind)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Why there is no answer: the API's own reason where it has one. */
function whyOff(error: Error, { codes, parts }: Words): string {
  if (!(error instanceof Refusal)) return parts.page.offlineTitle;
  const known = Object.entries(codes).find(([code]) => code === error.facts.code)?.[1];
  return known ? `${known.title}. ${known.help}` : error.facts.title;
}
