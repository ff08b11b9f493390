import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useApi } from "./api-context.ts";
import type { Readiness } from "./operations.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, toQuery } from "./query.ts";
import { showsRuns } from "./run.ts";
import { showsPauses } from "./tenant.ts";
import { useStart } from "./use-change.ts";

/** What the last check of a tenant found, and whether one is on its way. */
export function useReadiness(tenantId: string, isShown: boolean) {
  const readiness = useQuery({
    ...toQuery(useApi(), "getReadiness", { params: { tenantId } }),
    enabled: isShown,
    select: bodyOf<"getReadiness">,
    refetchInterval: poll((answer) => intervalOf(answer?.body)),
  });
  useShownAnew(readiness.data?.runId);
  return readiness;
}

/** Before the first check somebody waits for it. */
function intervalOf(readiness: Readiness | undefined): number {
  if (readiness?.running) return everyMs.active;
  return readiness?.asOf === null ? everyMs.list : everyMs.overview;
}

/** A check that has ended may have moved its tenant, and is a run that others show. */
function useShownAnew(runId: string | null | undefined): void {
  const client = useQueryClient();
  const before = useRef(runId);
  useEffect(() => {
    const names: readonly unknown[] = [...showsPauses, ...showsRuns];
    if (before.current !== undefined && before.current !== runId)
      void client.invalidateQueries({ predicate: ({ queryKey: [id] }) => names.includes(id) });
    before.current = runId;
  }, [client, runId]);
}

/** Checks consent, permissions and licences of a tenant, as a run. */
export function useVerifyTenant(tenantId: string) {
  return useStart(
    async (callApi, _input: object, key) => {
      const input = { params: { tenantId }, headers: { "Idempotency-Key": key }, body: {} };
      return (await callApi("verifyTenant", input)).body;
    },
    [...showsRuns, "getReadiness"],
  );
}
