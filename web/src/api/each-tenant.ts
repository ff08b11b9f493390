import type { CallApi, OperationId } from "./call-api.ts";
import { showsRuns } from "./run.ts";
import { showsPauses } from "./tenant.ts";
import { useChange, useStart } from "./use-change.ts";

/** What came of a command in each of several tenants. */
export type OfEach<Result> = {
  readonly done: readonly Result[];
  readonly refused: readonly { readonly tenantId: string; readonly error: Error }[];
};

type TenantIds = readonly string[];

/** Takes a snapshot of each of these tenants, as a run each. */
export function useSnapshotEach() {
  return useStartEach(
    (callApi, tenantId, headers) => callApi("takeSnapshot", { params: { tenantId }, headers, body: {} }),
    [...showsRuns, "listSnapshots"],
  );
}

/** Reads the configuration of each of these tenants from Intune anew, as a run each. */
export function useSyncEach() {
  return useStartEach(
    (callApi, tenantId, headers) => callApi("syncInventory", { params: { tenantId }, headers, body: {} }),
    showsRuns,
  );
}

/** Work of these tenants waits before it calls Graph, until it is resumed. */
export function usePauseEach() {
  return useChange(
    (callApi, tenantIds: TenantIds) =>
      inEach(tenantIds, async (tenantId) => (await callApi("pauseGraph", { params: { tenantId } })).body),
    showsPauses,
  );
}

export function useResumeEach() {
  return useChange(
    (callApi, tenantIds: TenantIds) =>
      inEach(tenantIds, async (tenantId) => (await callApi("resumeGraph", { params: { tenantId } })).body),
    showsPauses,
  );
}

type Key = { readonly "Idempotency-Key": string };

function useStartEach<Run>(
  start: (callApi: CallApi, tenantId: string, headers: Key) => Promise<{ readonly body: Run }>,
  touched: readonly OperationId[],
) {
  return useStart(
    (callApi, tenantIds: TenantIds, key) =>
      inEach(tenantIds, async (tenantId) => {
        return (await start(callApi, tenantId, { "Idempotency-Key": `${key}-${tenantId}` })).body;
      }),
    touched,
  );
}

/** What is refused in one tenant does not keep the others from it. */
async function inEach<Result>(
  tenantIds: TenantIds,
  act: (tenantId: string) => Promise<Result>,
): Promise<OfEach<Result>> {
  const done: Result[] = [];
  const refused: { tenantId: string; error: Error }[] = [];
  const acts = tenantIds.map(async (tenantId) => {
    try {
      done.push(await act(tenantId));
    } catch (error) {
      refused.push({ tenantId, error: error instanceof Error ? error : new Error(String(error)) });
    }
  });
  await Promise.all(acts);
  return { done, refused };
}
