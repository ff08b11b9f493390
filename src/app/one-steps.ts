import type { OneStep, StepEnd, StepIn } from "../domain/operation-run/one-step.ts";
import type { OperationRun } from "../domain/operation-run/operation-run.ts";
import { type OneStepRunType, runTypeOf } from "../domain/operation-run/run-type.ts";
import type { Work } from "../domain/operation-run/work.ts";
import { openTenantScope, type TenantScope } from "../domain/tenant-scope/tenant-scope.ts";
import type { WorkerSettings } from "../settings.ts";
import { openVerification } from "../use-cases/audit/verify-audit.ts";
import { isGraphPaused } from "../use-cases/platform/is-graph-paused.ts";
import { doOneStep } from "../use-cases/run/do-one-step.ts";
import { endOneStep } from "../use-cases/run/end-one-step.ts";
import type { Base } from "./base.ts";
import { makeDefinitionsStep } from "./definitions-step.ts";
import { makeDirectoryStep } from "./directory-step.ts";
import { makeEventsStep } from "./events-step.ts";
import type { TenantGateway } from "./tenant-gateway.ts";
import { makeVerifyStep } from "./verify-step.ts";

/** Runs of one step: the step of each type of them, and the two activities that all have in common. */
export function makeOneSteps(base: Base, settings: WorkerSettings, gateway: TenantGateway) {
  const { clock, newId, runLimits: limits, storesFor } = base;
  const steps: Readonly<Record<OneStepRunType, StepIn>> = {
    "definitions.refresh": makeDefinitionsStep(base, settings, gateway),
    "directory.sync": makeDirectoryStep(base, gateway),
    "events.collect": makeEventsStep(base, gateway),
    "audit.verify": (scope) => ({
      group: "audit",
      open: async () => openVerification({ ...storesFor(scope), clock, telemetry: base.telemetry }),
    }),
    "tenant.verify": makeVerifyStep(base, settings, gateway),
  };
  return {
    doOneStep: (work: Work) => {
      const scope = openTenantScope(work.tenantId, "run");
      const isPaused = () => isGraphPaused(storesFor, scope);
      const stepOf = (run: OperationRun) => stepIn(steps, scope, run);
      return doOneStep({ stores: storesFor(scope), clock, newId, limits, isPaused, stepOf }, work);
    },
    endOneStep: (end: StepEnd) => endOneStep(base, end),
  };
}

function stepIn(steps: Readonly<Record<string, StepIn>>, scope: TenantScope, run: OperationRun): OneStep {
  const step = steps[runTypeOf(run).name];
  if (!step) throw new Error(`Runs of ${run.type} are not of one step.`);
  return step(scope);
}
