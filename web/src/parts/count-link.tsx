import type { ReactElement } from "react";
import { formatNumber } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";
import { AppLink } from "./app-link.tsx";

/** A number as the API counts it: `more` when there are at least that many. */
export type Count = { readonly count: number; readonly more: boolean };

type CountLinkProps = {
  readonly count: number | Count;
  /** The list that was counted, with its filter. */
  readonly href: string;
  /** What was counted, for readers: "12 failed runs". */
  readonly label: string;
};

/** A number that leads to what it counted; nought is plain text. */
export function CountLink({ count, href, label }: CountLinkProps): ReactElement {
  const { language, words } = useSpoken();
  const { count: value, more } = typeof count === "number" ? { count, more: false } : count;
  const text = more ? words.parts.list.atLeast(value) : formatNumber(language, value);
  if (value === 0) return <span>{text}</span>;
  return (
    <AppLink href={href} aria-label={`${text} ${label}`}>
      {text}
    </AppLink>
  );
}
