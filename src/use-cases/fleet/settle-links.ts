import type { Link } from "../../domain/fleet/link.ts";
import type { LinkRepository } from "../../domain/fleet/repository.ts";
import { type LinkWithChild, toCurrent } from "../../domain/fleet/settle-link.ts";
import type { Aggregation } from "../../domain/store/aggregation.ts";
import { loadChildRuns } from "./load-child-runs.ts";

export type SettleDeps = { readonly aggregation: Pick<Aggregation, "runs"> };

/** Notes on active links how their children ended; answers those whose children work on. */
export async function settleLinks(
  deps: SettleDeps,
  links: LinkRepository,
  active: readonly Link[],
): Promise<LinkWithChild[]> {
  const withChildren = await loadChildRuns(deps, active);
  for (const each of withChildren) {
    const { state, code } = toCurrent(each);
    if (state !== "active") await links.change(each.link, { state, code });
  }
  return withChildren.filter((each) => toCurrent(each).state === "active");
}
