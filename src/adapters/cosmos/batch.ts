import type { Container, OperationInput } from "@azure/cosmos";
import { callCosmos, storeUnavailable } from "./translate-error.ts";

/**
 * Runs a transactional batch in one tenant's partition: all operations or none. Answers `done`, or the position and
 * status of the operation that failed, when that status is expected.
 */
export async function runBatch(
  container: Container,
  tenantId: string,
  operations: OperationInput[],
  expected: readonly number[],
): Promise<"done" | { readonly failedAt: number; readonly status: number }> {
  const answer = await callCosmos(() => container.items.batch(operations, tenantId));
  if (!("value" in answer)) throw storeUnavailable(answer);
  const results = answer.value.result ?? [];
  // The failed operation has its own status; all the others of the batch have 424 (failed dependency).
  const failedAt = results.findIndex(({ statusCode }) => statusCode >= 400 && statusCode !== 424);
  if (failedAt < 0) return "done";
  const status = results[failedAt]?.statusCode ?? 0;
  if (!expected.includes(status)) throw storeUnavailable({ code: status });
  return { failedAt, status };
}
