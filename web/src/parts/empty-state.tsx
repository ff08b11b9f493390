import { Button } from "@fluentui/react-components";
import { BoxRegular } from "@fluentui/react-icons/svg/box";
import { FilterDismissRegular } from "@fluentui/react-icons/svg/filter-dismiss";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "../words/use-words.ts";
import { Notice } from "./notice.tsx";

type EmptyStateProps = {
  /** What this is. */
  readonly title: string;
  /** Why it is empty. */
  readonly children?: ReactNode;
  /** The one command that fills it. */
  readonly action?: ReactNode;
  readonly sign?: ReactNode;
};

/** An empty list without filters. */
export function EmptyState({ title, children, action, sign = <BoxRegular /> }: EmptyStateProps): ReactElement {
  return (
    <Notice sign={sign} title={title} actions={action}>
      {children !== undefined && <p>{children}</p>}
    </Notice>
  );
}

/** A list that is empty because of its filters. */
export function NoMatch({ onClear }: { readonly onClear: () => void }): ReactElement {
  const { page } = useWords().parts;
  return (
    <Notice
      sign={<FilterDismissRegular />}
      title={page.noMatchTitle}
      actions={<Button onClick={onClear}>{page.clearFilters}</Button>}
    >
      <p>{page.noMatch}</p>
    </Notice>
  );
}
