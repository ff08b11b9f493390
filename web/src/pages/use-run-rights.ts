import { useMe } from "../api/me.ts";
import type { Run } from "../api/operations.ts";
import { useRights } from "./use-rights.ts";

/** Why a person may not cancel or retry a run: what others started needs more than what one started oneself. */
export function useRunRights(tenantId: string): (run: Run) => string | undefined {
  const whyOff = useRights(tenantId);
  const { data: me } = useMe();
  return ({ initiator }) => whyOff(initiator.id === me?.id ? "operation.cancel_own" : "operation.cancel_any");
}
