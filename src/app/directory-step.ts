import { groupFeed } from "../../config/graph-contracts/feeds.ts";
import type { StepIn } from "../domain/operation-run/one-step.ts";
import { toGraphRun } from "../domain/operation-run/to-graph-run.ts";
import { openSync } from "../use-cases/directory/sync-directory.ts";
import type { Base } from "./base.ts";
import { notingSignIn } from "./noting-sign-in.ts";
import type { TenantGateway } from "./tenant-gateway.ts";

/** The step of `directory.sync`: it owns the service group `directory` of the tenant while it reads. */
export function makeDirectoryStep(base: Base, gateway: TenantGateway): StepIn {
  const { serviceGroup: group } = groupFeed;
  return (scope) => ({
    group,
    open: async (run) => {
      const { directory } = base.storesFor(scope);
      const graph = gateway.forTenant(scope, toGraphRun(run, group));
      return notingSignIn(base, scope, openSync({ directory, clock: base.clock, feed: groupFeed, graph }));
    },
  });
}
