import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import { everyMs, poll } from "./poll.ts";
import { bodyOf, toQuery } from "./query.ts";
import { showsRuns } from "./run.ts";
import { useStart } from "./use-change.ts";

/** What the last check of a tenant found, and whether one is on its way. */
export function useReadiness(tenantId: string, isShown: boolean) {
  return useQuery({
    ...toQuery(useApi(), "getReadiness", { params: { tenantId } }),
    enabled: isShown,
    select: bodyOf<"getReadiness">,
    refetchInterval: poll((answer) => (answer?.body.running ? everyMs.active : everyMs.overview)),
  });
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
