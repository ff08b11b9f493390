import type { Initiator } from "../../src/domain/operation-run/operation-run.ts";
import type { Caller } from "../../src/domain/tenant/caller.ts";

/** Who acts, as runs and audit entries name it. */
export function toInitiator({ kind, id, name }: Caller): Initiator {
  return { kind, id, name };
}
