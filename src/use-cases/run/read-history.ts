import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import type { RunHistory } from "../../domain/operation-run/run-detail.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";

/** What is stored beside a run about it. Only an ended one is repeated, so retries of others are not looked for. */
export async function readHistory({ runs }: Pick<TenantStores, "runs">, run: OperationRun): Promise<RunHistory> {
  const [history, retries] = await Promise.all([
    runs.history(run.id),
    run.status === "completed" ? runs.retriesOf(run.id) : [],
  ]);
  return { ...history, retries };
}
