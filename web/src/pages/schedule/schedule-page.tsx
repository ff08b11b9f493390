import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function SchedulePage(): ReactElement {
  return <h1>{useWords().schedule.title}</h1>;
}
