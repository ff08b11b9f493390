import { Fault } from "../domain/error/fault.ts";
import { signInCodes } from "../domain/error/sign-in-codes.ts";
import { systemActor } from "../domain/operation-run/events.ts";
import type { OpenStep } from "../domain/operation-run/one-step.ts";
import type { TenantScope } from "../domain/tenant-scope/tenant-scope.ts";
import { applyToTenant } from "../use-cases/tenant/move-tenant.ts";
import type { Base } from "./base.ts";

/** Losing the tenant's sign-in is one state of the tenant, and whatever reads it clears it. */
export function notingSignIn(base: Base, scope: TenantScope, step: OpenStep): OpenStep {
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
