import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function SchedulesPage(): ReactElement {
  return <h1>{useWords().schedules.title}</h1>;
}
