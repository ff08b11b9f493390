import { contracts } from "../../config/graph-contracts/registry.ts";
import { licencePlans, subscribedSku, tenantFacts } from "../../config/graph-contracts/tenant-facts.ts";
import type { ErrorCode } from "../domain/error/error-codes.ts";
import { systemActor } from "../domain/operation-run/events.ts";
import type { StepIn } from "../domain/operation-run/one-step.ts";
import { toGraphRun } from "../domain/operation-run/to-graph-run.ts";
import type { WorkerSettings } from "../settings.ts";
import { type CheckFacts, planCheck } from "../use-cases/readiness/plan-check.ts";
import { verifyTenant } from "../use-cases/readiness/verify-tenant.ts";
import { applyToTenant } from "../use-cases/tenant/move-tenant.ts";
import { capabilitiesOf } from "../use-cases/tenant/tenant-types.ts";
import type { Base } from "./base.ts";
import { makeTenantGateway, type TenantGateway } from "./tenant-gateway.ts";

const group = "verify";
const verified = { kind: "verified" } as const;

/** The step of `tenant.verify`. The writing application signs in, and reads and writes nothing. */
export function makeVerifyStep(base: Base, settings: WorkerSettings, reading: TenantGateway): StepIn {
  const { GRAPH_WRITE_APP_ID: writeAppId, CLOUD: cloud } = settings;
  const writing = writeAppId === undefined ? null : makeTenantGateway(settings, base, writeAppId);
  const facts: CheckFacts = {
    objects: contracts,
    facts: tenantFacts,
    cloud,
    subscriptions: subscribedSku,
    licences: licencePlans,
    approvalPolicy: "operationApprovalPolicy",
  };
  return (scope) => ({
    group,
    open: async (run) => {
      const { readiness } = base.storesFor(scope);
      const deps = {
        readiness,
        clock: base.clock,
        signIn: {
          read: (signal: AbortSignal) => reading.signInAnew(scope, signal),
          write: writing && ((signal: AbortSignal) => writing.signInAnew(scope, signal)),
        },
        graph: reading.forTenant(scope, toGraphRun(run, group)),
        plan: planCheck(facts, await capabilitiesOf(base, scope)),
        noteSignIn: async (refused: ErrorCode | null) => {
          const event = refused === null ? verified : ({ kind: "sign_in_refused", code: refused } as const);
          await applyToTenant(base, scope, event, systemActor);
        },
      };
      return verifyTenant(deps, run);
    },
  });
}
