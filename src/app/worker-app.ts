import { contracts } from "../../config/graph-contracts/registry.ts";
import { alarmLimits, fleetLimits, scheduleLimits } from "../../config/limits.ts";
import { retention } from "../../config/retention.ts";
import { makeClock } from "../adapters/clock/make-clock.ts";
import { type Clock, isoTime } from "../domain/clock/clock.ts";
import { makeContractIndex } from "../domain/graph/contract-index.ts";
import { isListedWhole } from "../domain/graph/is-listed-whole.ts";
import type { OperationMessage } from "../domain/operation-run/operation-queue.ts";
import type { Workflows } from "../domain/operation-run/workflows.ts";
import type { Telemetry } from "../domain/telemetry/telemetry.ts";
import { openTenantScope } from "../domain/tenant-scope/tenant-scope.ts";
import type { WorkerSettings } from "../settings.ts";
import { awaitDigests, sealAudit } from "../use-cases/audit/seal-audit.ts";
import { refreshDue } from "../use-cases/definition/start-refresh.ts";
import { collectDue } from "../use-cases/event/collect-due.ts";
import { makeFleetSteps } from "../use-cases/fleet/make-fleet-steps.ts";
import { fireTimer } from "../use-cases/platform/fire-timer.ts";
import { measurePlatform } from "../use-cases/platform/measure-platform.ts";
import { closeDeadLetter } from "../use-cases/run/close-dead-letter.ts";
import { dispatchOperation } from "../use-cases/run/dispatch-operation.ts";
import { endOperation } from "../use-cases/run/end-operation.ts";
import { planOperation } from "../use-cases/run/plan-operation.ts";
import { reconcile } from "../use-cases/run/reconcile.ts";
import { fireSchedules } from "../use-cases/schedules/fire-schedules.ts";
import { makeAfterSealing } from "../use-cases/version/after-sealing.ts";
import { makeBase, typesOf } from "./base.ts";
import { namedTenant } from "./definitions-step.ts";
import { makeGroupStep } from "./group-step.ts";
import { makeOneSteps } from "./one-steps.ts";
import { makeTenantGateway } from "./tenant-gateway.ts";
import type { Verb } from "./verb.ts";

const plannedTypes = new Map(
  contracts.map(({ key, serviceGroup, read }) => [key, { key, serviceGroup, isReference: read === "by_id" }]),
);

const { contractOf } = makeContractIndex(contracts);

const objectTypes = contracts.map((contract) => ({ key: contract.key, isListedWhole: isListedWhole(contract) }));

type OnError = (error: unknown) => void;

/** Queues, timers, workflows and activities. */
export type WorkerApp = {
  readonly telemetry: Telemetry;
  /** NCRONTAB in UTC of each timer. */
  readonly reconcilerSchedule: string;
  readonly retentionSchedule: string;
  readonly schedulesSchedule: string;
  readonly auditSchedule: string;
  readonly dispatchOperation: (message: OperationMessage, workflows: Workflows) => ReturnType<typeof dispatchOperation>;
  readonly closeDeadLetter: Verb<typeof closeDeadLetter>;
  readonly reconcile: (workflows: Workflows, onError: OnError) => ReturnType<typeof reconcile>;
  readonly purgeHistory: (purgeBefore: (endMs: number) => Promise<number>, onError: OnError) => Promise<number>;
  readonly fireSchedules: (onError: OnError) => ReturnType<typeof fireSchedules>;
  readonly sealAudit: (onError: OnError) => ReturnType<typeof sealAudit>;
  readonly planOperation: Verb<typeof planOperation>;
  readonly observeGroup: ReturnType<typeof makeGroupStep>;
  readonly endOperation: Verb<typeof endOperation>;
} & ReturnType<typeof makeFleetSteps> &
  ReturnType<typeof makeOneSteps>;

/** The only part that reads Graph and writes snapshots. */
export function makeWorkerApp(settings: WorkerSettings, time: Clock = makeClock()): WorkerApp {
  const base = makeBase(settings, time);
  const { clock, runLimits: limits, storesFor } = base;
  const startedAtMs = clock.nowMs();
  const gateway = makeTenantGateway(settings, base);
  const afterSealing = makeAfterSealing({ ...base, contractOf }, (error) => console.error("Histories wait:", error));
  return {
    telemetry: base.telemetry,
    reconcilerSchedule: settings.RECONCILER_SCHEDULE,
    dispatchOperation: (message, workflows) => dispatchOperation({ ...base, limits, workflows }, message),
    closeDeadLetter: async (message) => {
      const did = await closeDeadLetter(base, message);
      const { tenantId: runTenantId, runId, attempt } = message;
      await base.activity.noteDeadLetter({ runTenantId, runId, attempt, did, at: isoTime(clock.nowMs()) });
      return did;
    },
    reconcile: (workflows, onError) =>
      fireTimer(base, "reconciler", onError, async (reportError) => {
        const reconciled = await reconcile({ ...base, limits, workflows, startedAtMs, afterSealing }, reportError);
        await measurePlatform(base, alarmLimits).catch(reportError);
        return reconciled;
      }),
    retentionSchedule: settings.RETENTION_SCHEDULE,
    purgeHistory: (purgeBefore, onError) =>
      fireTimer(base, "retention", onError, async (reportError) => {
        await awaitDigests(base).catch(reportError);
        await collectDue(base, reportError).catch(reportError);
        await refreshDue({ ...base, named: namedTenant(settings) }).catch(reportError);
        return purgeBefore(clock.nowMs() - retention.workflowHistorySeconds * 1_000);
      }),
    schedulesSchedule: settings.SCHEDULES_SCHEDULE,
    fireSchedules: (onError) =>
      fireTimer(base, "schedules", onError, (reportError) =>
        fireSchedules({ ...base, ...scheduleLimits, ...typesOf(base, "snapshot.take") }, reportError),
      ),
    auditSchedule: settings.AUDIT_SCHEDULE,
    // Its fire is not noted: the note would be most of what a round costs that finds nothing.
    sealAudit: (onError) => sealAudit(base, onError),
    planOperation: (work) =>
      planOperation(
        { stores: storesFor(openTenantScope(work.tenantId, "run")), typeOf: (key) => plannedTypes.get(key) },
        work,
      ),
    observeGroup: makeGroupStep(base, gateway),
    ...makeOneSteps(base, settings, gateway),
    endOperation: (...rest) => endOperation({ ...base, objectTypes, afterSealing }, ...rest),
    ...makeFleetSteps({ ...base, ...typesOf(base, "snapshot.take"), fleetLimits }),
  };
}
