import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function TenantsPage(): ReactElement {
  return <h1>{useWords().tenants.title}</h1>;
}
