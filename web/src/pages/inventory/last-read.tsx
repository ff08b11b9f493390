import type { ReactElement } from "react";
import { useLastRead } from "../../api/inventory.ts";
import { Time } from "../../parts/time.tsx";
import { useWords } from "../../words/use-words.ts";

/** When Intune was read last: how old the inventory is, whenever the page was loaded. */
export function LastRead({ tenantId }: { readonly tenantId: string }): ReactElement | null {
  const { lastRead, neverRead } = useWords().inventory;
  const { data: readAt } = useLastRead(tenantId);
  if (readAt === undefined) return null;
  if (readAt === null) return <>{neverRead}</>;
  return (
    <>
      {lastRead} <Time at={readAt} />
    </>
  );
}
