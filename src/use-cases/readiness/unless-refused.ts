import type { ErrorCode } from "../../domain/error/error-codes.ts";
import { Fault } from "../../domain/error/fault.ts";

/** What was read, or the code of why it was not. */
export type ReadOrCode<T> = { readonly value: T } | { readonly fault: Fault; readonly code: ErrorCode };

/** Reads what may be refused: a Fault is an answer here. What stopped the work, and what Graph asks to wait for, is thrown on. */
export async function unlessRefused<T>(read: () => Promise<T>, signal: AbortSignal): Promise<ReadOrCode<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof Fault) return { fault: error, code: error.code };
    throw error;
  }
}
