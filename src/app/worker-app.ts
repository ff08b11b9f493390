import { contracts } from "../../config/graph-contracts/registry.ts";
import { alarmLimits, fleetLimits, runLimits, scheduleLimits } from "../../config/limits.ts";
import { retention } from "../../config/retention.ts";
import { makeClock } from "../adapters/clock/make-clock.ts";
import { type Clock, isoTime } from "../domain/clock/clock.ts";
import { isListedWhole } from "../domain/graph/is-listed-whole.ts";
import type { EndingWork } from "../domain/observation/steps.ts";
import type { OperationMessage } from "../domain/operation-run/operation-queue.ts";
import type { Work } from "../domain/operation-run/work.ts";
import type { Workflows } from "../domain/operation-run/workflows.ts";
import { openTenantScope } from "../domain/tenant-scope/tenant-scope.ts";
import type { Settings } from "../settings.ts";
import { makeFleetSteps } from "../use-cases/fleet/make-fleet-steps.ts";
import { fireTimer } from "../use-cases/platform/fire-timer.ts";
import { measurePlatform } from "../use-cases/platform/measure-platform.ts";
import { closeDeadLetter } from "../use-cases/run/close-dead-letter.ts";
import { dispatchOperation } from "../use-cases/run/dispatch-operation.ts";
import { endOperation } from "../use-cases/run/end-operation.ts";
import { planOperation } from "../use-cases/run/plan-operation.ts";
import { reconcile } from "../use-cases/run/reconcile.ts";
import { fireSchedules } from "../use-cases/schedules/fire-schedules.ts";
import { makeBase, typesOf } from "./base.ts";
import { makeGroupStep } from "./group-step.ts";
import { makeTenantGateway } from "./tenant-gateway.ts";

const plannedTypes = new Map(
  contracts.map(({ key, serviceGroup, read }) => [key, { key, serviceGroup, isReference: read === "by_id" }]),
);

const objectTypes = contracts.map((contract) => ({ key: contract.key, isListedWhole: isListedWhole(contract) }));

export type WorkerApp = ReturnType<typeof makeWorkerApp>;

/** Queues, timers, workflows and activities: the only part that reads Graph and writes snapshots. */
export function makeWorkerApp(settings: Settings, time: Clock = makeClock()) {
  const base = makeBase(settings, time);
  const { clock, storesOf } = base;
  const limits = runLimits;
  const startedAtMs = clock.nowMs();
  return {
    telemetry: base.telemetry,
    reconcilerSchedule: settings.RECONCILER_SCHEDULE,
    dispatchOperation: (message: OperationMessage, workflows: Workflows) =>
      dispatchOperation({ ...base, limits, workflows }, message),
    closeDeadLetter: async (message: OperationMessage) => {
      const did = await closeDeadLetter(base, message);
      const { tenantId: runTenantId, runId, attempt } = message;
      await base.signs.noteDeadLetter({ runTenantId, runId, attempt, did, at: isoTime(clock.nowMs()) });
      return did;
    },
    reconcile: (workflows: Workflows, onTrouble: (error: unknown) => void) =>
      fireTimer(base, "reconciler", onTrouble, async (tell) => {
        const reconciled = await reconcile({ ...base, limits, workflows, startedAtMs }, tell);
        await measurePlatform(base, alarmLimits).catch(tell);
        return reconciled;
      }),
    retentionSchedule: settings.RETENTION_SCHEDULE,
    purgeHistory: (purgeBefore: (endMs: number) => Promise<number>, onTrouble: (error: unknown) => void) =>
      fireTimer(base, "retention", onTrouble, () =>
        purgeBefore(clock.nowMs() - retention.workflowHistorySeconds * 1_000),
      ),
    schedulesSchedule: settings.SCHEDULES_SCHEDULE,
    fireSchedules: (onTrouble: (error: unknown) => void) =>
      fireTimer(base, "schedules", onTrouble, (tell) =>
        fireSchedules({ ...base, ...scheduleLimits, ...typesOf(base, "snapshot.take") }, tell),
      ),
    planOperation: (work: Work) =>
      planOperation(
        { stores: storesOf(openTenantScope(work.tenantId, "run")), typeOf: (key) => plannedTypes.get(key) },
        work,
      ),
    observeGroup: makeGroupStep(base, makeTenantGateway(settings, base)),
    endOperation: (work: EndingWork) => endOperation({ ...base, objectTypes }, work),
    ...makeFleetSteps({ ...base, ...typesOf(base, "snapshot.take"), fleetLimits }),
  };
}
