import { groupFeed } from "../../config/graph-contracts/feeds.ts";
import { Fault } from "../domain/error/fault.ts";
import { signInCodes } from "../domain/error/sign-in-codes.ts";
import { systemActor } from "../domain/operation-run/events.ts";
import type { OpenStep, StepIn } from "../domain/operation-run/one-step.ts";
import { toGraphRun } from "../domain/operation-run/to-graph-run.ts";
import type { TenantScope } from "../domain/tenant-scope/tenant-scope.ts";
import { openSync } from "../use-cases/directory/sync-directory.ts";
import { applyToTenant } from "../use-cases/tenant/move-tenant.ts";
import type { Base } from "./base.ts";
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

/** Losing the tenant's sign-in is one state of the tenant, and whatever reads it clears it. */
function notingSignIn(base: Base, scope: TenantScope, step: OpenStep): OpenStep {
  return {
    ...step,
    perform: async (signal) => {
      try {
        const ending = await step.perform(signal);
        await applyToTenant(base, scope, { kind: "read" }, systemActor);
        return ending;
      } catch (error) {
        if (error instanceof Fault && signInCodes.has(error.code)) {
          await applyToTenant(base, scope, { kind: "sign_in_refused", code: error.code }, systemActor);
        }
        throw error;
      }
    },
  };
}
