import type { ReactElement } from "react";
import { useWords } from "../../words/use-words.ts";

export function TenantPage(): ReactElement {
  return <h1>{useWords().tenant.title}</h1>;
}
