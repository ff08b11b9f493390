import { toFault } from "../../domain/error/fault.ts";

/** One payload that is lost makes no list of others unreadable. */
export function unlessLost(error: unknown): undefined {
  const { code } = toFault(error);
  if (code !== "payload_damaged" && code !== "payload_missing") throw error;
}
