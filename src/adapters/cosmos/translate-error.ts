import { Fault } from "../../domain/error/fault.ts";

/** HTTP status that Cosmos answered, or undefined when it did not answer. The SDK wraps the refusal of a batch as a cause. */
export function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "number") return error.code;
  return "cause" in error ? statusOf(error.cause) : undefined;
}

// 449 (retry with) has no policy in the SDK (azure-services.md 3): a write met another write on the same document.
const retryWith = 449;
const tries = 5;

/**
 * Runs one call. Statuses named in `expected` become values; 449 is tried again; everything else is a Fault
 * `store_unavailable`.
 */
export async function callCosmos<T>(
  call: () => Promise<T>,
  expected: readonly number[] = [],
): Promise<{ value: T } | { status: number }> {
  for (let count = 1; ; count += 1) {
    try {
      return { value: await call() };
    } catch (error) {
      const status = statusOf(error);
      if (status !== undefined && expected.includes(status)) return { status };
      if (status !== retryWith || count >= tries) throw storeUnavailable(error);
    }
  }
}

export function storeUnavailable(cause: unknown): Fault {
  const status = statusOf(cause);
  const what = status === undefined ? "did not answer" : `answered ${status}`;
  return new Fault("store_unavailable", `The database ${what}.`, { cause });
}
