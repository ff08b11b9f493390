import type { Run } from "../api/operations.ts";
import { useCancelRun, useRetryRun } from "../api/run.ts";
import { useWords } from "../words/use-words.ts";
import { useRunCommands } from "./use-run-commands.tsx";
import { useRunRights } from "./use-run-rights.ts";

/** Cancel and retry of a run of a tenant, by the rights of the person. */
export function useTenantRunCommands(tenantId: string, run: Run | undefined, isOffline: boolean) {
  const { run: words, parts } = useWords();
  const whyOff = useRunRights(tenantId);
  const offline = isOffline ? parts.commands.offline : undefined;
  return useRunCommands({
    run,
    cancel: useCancelRun(tenantId),
    retry: useRetryRun(tenantId),
    stays: words.cancel.text,
    off: offline ?? (run && whyOff(run)),
  });
}
