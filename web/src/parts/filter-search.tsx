import { makeStyles, SearchBox } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useWords } from "../words/use-words.ts";
import { usePageKey } from "./page-keys.ts";

/** The server is asked when typing pauses, milliseconds. */
const pauseMs = 300;

const useStyles = makeStyles({
  search: { minWidth: "120px", width: "260px", maxWidth: "100%", "@media (max-width: 480px)": { width: "100%" } },
});

type FilterSearchProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
};

/** What stands in the box, what the address had when it was drawn last, and what was sent and is not there yet. */
type Typed = { readonly text: string; readonly seen: string; readonly sent: string | undefined };

/** A text that is searched. `/` leads here from anywhere on the page. */
export function FilterSearch({ label, value = "", onChange }: FilterSearchProps): ReactElement {
  const styles = useStyles();
  const words = useWords().parts.filters;
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<Typed>({ text: value, seen: value, sent: undefined });
  // What was sent comes back while more is typed; anything else is a link, Back or Clear, and replaces the text.
  if (typed.seen !== value) setTyped({ text: typed.sent === value ? typed.text : value, seen: value, sent: undefined });
  usePageKey("/", () => box.current?.focus());
  // A page that is drawn anew, as each poll does, must not begin the pause again.
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const text = typed.text.trim();
    if (text === value) return undefined;
    const timer = setTimeout(() => {
      setTyped({ ...typed, sent: text });
      latest.current(text === "" ? undefined : text);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <SearchBox
      input={{ ref: box }}
      className={styles.search}
      aria-label={label}
      placeholder={label}
      title={words.searchHint}
      value={typed.text}
      onChange={(_, data) => setTyped({ ...typed, text: data.value })}
    />
  );
}
