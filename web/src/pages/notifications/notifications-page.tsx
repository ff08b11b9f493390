import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function NotificationsPage(): ReactElement {
  return <h1>{useWords().notifications.title}</h1>;
}
