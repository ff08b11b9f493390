import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function InventoryPage(): ReactElement {
  return <h1>{useWords().inventory.title}</h1>;
}
