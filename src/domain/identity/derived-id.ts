import { createHash } from "node:crypto";

/**
 * An id that is the same for ever for what was meant, so that a step which is repeated after a crash finds what it made.
 * In form like every id of ours.
 */
export function derivedId(...parts: readonly string[]): string {
  const digest = createHash("sha256").update(parts.join("\n")).digest("hex");
  return BigInt(`0x${digest}`).toString(36).padStart(26, "0").slice(-26);
}
