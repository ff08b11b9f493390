import { openTenantScope, platformId } from "../../domain/tenant-scope/tenant-scope.ts";
import type { EndDeps } from "../run/end-run.ts";
import { cancelChildren } from "./cancel-children.ts";
import { type SettleDeps, settleLinks } from "./settle-links.ts";

const platform = openTenantScope(platformId, "aggregated");

/**
 * Settles the links of children whose fleet has ended before them and has no worker any more, and cancels those of a
 * cancelled fleet, also when whoever cancelled it died before it came to them.
 */
export async function settleOrphanedLinks(
  deps: EndDeps & SettleDeps,
  onError: (error: unknown) => void,
): Promise<void> {
  const { links } = deps.storesFor(platform);
  const atWork = await settleLinks(deps, links, await links.active());
  const parents = new Set(atWork.map(({ link }) => link.parentRunId));
  for (const parentRunId of parents) await cancelOrphans(deps, parentRunId).catch(onError);
}

async function cancelOrphans(deps: EndDeps, parentRunId: string): Promise<void> {
  const parent = await deps.storesFor(platform).runs.read(parentRunId);
  if (parent?.status !== "completed" || parent.outcome !== "cancelled") return;
  const { error } = await cancelChildren(deps, parent);
  if (error) throw error;
}
