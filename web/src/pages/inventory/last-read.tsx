import type { ReactElement } from "react";
import { useTenantSummary } from "../../api/tenant.ts";
import { Time } from "../../parts/time.tsx";
import { useWords } from "../../words/use-words.ts";

/** When Intune was read last: how old the inventory is, whenever the page was loaded. */
export function LastRead({ tenantId }: { readonly tenantId: string }): ReactElement | null {
  const { lastRead, neverRead } = useWords().inventory;
  const { data } = useTenantSummary(tenantId);
  if (data === undefined) return null;
  if (data.asOf === null) return <>{neverRead}</>;
  return (
    <>
      {lastRead} <Time at={data.asOf} />
    </>
  );
}
