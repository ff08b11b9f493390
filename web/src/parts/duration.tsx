import type { ReactElement } from "react";
import { formatDuration } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";
import { useNow } from "./use-now.ts";

type DurationProps = {
  /** ISO 8601. */
  readonly from: string;
  /** ISO 8601; null while it still goes on, then the text grows by itself. */
  readonly to: string | null;
};

/** How long something took, or takes so far. */
export function Duration({ from, to }: DurationProps): ReactElement {
  const { language } = useSpoken();
  const now = useNow(1_000);
  const milliseconds = (to === null ? now : Date.parse(to)) - Date.parse(from);
  return <span>{formatDuration(language, Math.max(0, milliseconds))}</span>;
}
