import { openTenantScope, platformId } from "../../domain/tenant-scope/tenant-scope.ts";
import type { EndDeps } from "../run/end-run.ts";
import { cancelChildren } from "./cancel-children.ts";
import { type SettleDeps, settleLinks } from "./settle-links.ts";

const platform = openTenantScope(platformId, "aggregated");

/**
 * Looks after children whose fleet has ended before them and has no worker any more: their links come to say how they
 * ended, and those of a cancelled fleet hear of it, also when whoever cancelled it died before telling them.
 */
export async function finishChildren(deps: EndDeps & SettleDeps, onTrouble: (error: unknown) => void): Promise<void> {
  const { links } = deps.storesOf(platform);
  const atWork = await settleLinks(deps, links, await links.active());
  const parents = new Set(atWork.map(({ link }) => link.parentRunId));
  for (const parentRunId of parents) await cancelLeft(deps, parentRunId).catch(onTrouble);
}

async function cancelLeft(deps: EndDeps, parentRunId: string): Promise<void> {
  const parent = await deps.storesOf(platform).runs.read(parentRunId);
  if (parent?.status !== "completed" || parent.outcome !== "cancelled") return;
  const { trouble } = await cancelChildren(deps, parent);
  if (trouble) throw trouble;
}
