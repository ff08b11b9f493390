import { auditEventLog } from "../../config/graph-contracts/feeds.ts";
import type { StepIn } from "../domain/operation-run/one-step.ts";
import { parseCollectInput } from "../domain/operation-run/run-types/events-collect.ts";
import { toGraphRun } from "../domain/operation-run/to-graph-run.ts";
import { openCollection } from "../use-cases/event/collect-events.ts";
import type { Base } from "./base.ts";
import { notingSignIn } from "./noting-sign-in.ts";
import type { TenantGateway } from "./tenant-gateway.ts";

const group = "events";

/** The step of `events.collect`. */
export function makeEventsStep(base: Base, gateway: TenantGateway): StepIn {
  return (scope) => ({
    group,
    open: async (run) => {
      const { events, inventory } = base.storesFor(scope);
      const graph = gateway.forTenant(scope, toGraphRun(run, group));
      const deps = { events, inventory, clock: base.clock, log: auditEventLog, graph };
      return notingSignIn(base, scope, openCollection(deps, parseCollectInput(run.input)));
    },
  });
}
