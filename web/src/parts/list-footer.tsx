import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { formatNumber } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";
import type { Count } from "./count-link.tsx";
import { useListStyles } from "./list-styles.ts";
import { Said } from "./said.tsx";
import type { Selection } from "./selection.ts";

const saidEveryMs = 10_000;

type ListFooterProps = {
  readonly loaded: number;
  readonly total: Count | undefined;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly selection: Selection | undefined;
};

/** How much of a list is loaded, and how many rows are chosen. */
export function ListFooter({ loaded, total, hasMore, isLoadingMore, selection }: ListFooterProps): ReactElement {
  const { language, words } = useSpoken();
  const styles = useListStyles();
  const { list } = words.parts;
  const whole = total && (total.more ? list.atLeast(total.count) : formatNumber(language, total.count));
  const some = whole === undefined ? list.loaded(loaded) : list.loadedOf(loaded, whole);
  const text = hasMore ? some : list.rows(loaded);
  const chosen = selection?.chosen.size ?? 0;
  return (
    <div className={styles.footer}>
      <span>{text}</span>
      {isLoadingMore && <span>{list.loadingMore}</span>}
      {selection && chosen > 0 && (
        <>
          <span>{list.selected(chosen)}</span>
          <Button size="small" appearance="subtle" onClick={() => selection.onChoose(new Set())}>
            {list.clearSelection}
          </Button>
        </>
      )}
      <Said text={chosen > 0 ? `${text}. ${list.selected(chosen)}` : text} atMostEveryMs={saidEveryMs} />
    </div>
  );
}
