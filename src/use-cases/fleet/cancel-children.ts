import { Fault, toFault } from "../../domain/error/fault.ts";
import type { Link } from "../../domain/fleet/link.ts";
import type { LinkRepository } from "../../domain/fleet/repository.ts";
import { settleLink } from "../../domain/fleet/settle-link.ts";
import { systemActor } from "../../domain/operation-run/events.ts";
import type { OperationRun } from "../../domain/operation-run/operation-run.ts";
import { knownRunType } from "../../domain/operation-run/run-type.ts";
import { openTenantScope } from "../../domain/tenant-scope/tenant-scope.ts";
import { cancelOperation } from "../run/cancel-operation.ts";
import type { EndDeps } from "../run/end-run.ts";

/** Far more than ever work at once (config/limits.ts). */
export const maxChildren = 1_000;

/**
 * Cancels the active children of a fleet run that are the fleet's alone. One that it joined belongs to whoever started
 * it, and one that somebody joined since is waited for by that person too: both go on. Answers how many are still to
 * end, and the first error: the others are cancelled all the same.
 */
export async function cancelChildren(
  deps: EndDeps,
  parent: OperationRun,
): Promise<{ readonly stillActive: number; readonly error?: Fault }> {
  if (knownRunType(parent)?.endsFrom !== "links") return { stillActive: 0 };
  const { links } = deps.storesFor(openTenantScope(parent.tenantId, "run"));
  const active = await links.inState(parent.id, "active", maxChildren);
  const errors: Fault[] = [];
  let stillActive = 0;
  for (const link of active) {
    const is = await cancelChild(deps, links, link).catch((error: unknown) => {
      errors.push(toFault(error));
      return "ending";
    });
    if (is === "ending") stillActive += 1;
  }
  const [error] = errors;
  return error ? { stillActive, error } : { stillActive };
}

async function cancelChild(deps: EndDeps, links: LinkRepository, link: Link) {
  const { parentRunId, childTenantId, childRunId, joined } = link;
  if (childRunId === null || joined) return "not_ours";
  const scope = openTenantScope(childTenantId, "run");
  if ((await deps.storesFor(scope).runs.history(childRunId)).joins.length > 0) return "not_ours";
  try {
    const actor = { ...systemActor, id: parentRunId };
    const child = await cancelOperation(deps, scope, childRunId, actor);
    const settled = settleLink(child);
    // One that nobody had begun ended just now; the parent, which may end next, counts links.
    if (settled) await links.change(link, settled);
    return settled ? "ended" : "ending";
  } catch (error) {
    if (error instanceof Fault && error.code === "already_completed") return "ended";
    throw error;
  }
}
