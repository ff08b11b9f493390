import type { Records, RunRepository } from "../../domain/operation-run/repository.ts";
import type { TellRunEvent } from "../../domain/operation-run/run-event.ts";
import type { ScheduleRepository } from "../../domain/schedule/repository.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";

/** Stores that tell what happened to runs. The only place where listeners hang. */
export function toldStores(stores: TenantStores, tell: TellRunEvent): TenantStores {
  const { runs, schedules } = stores;
  return { ...stores, runs: toldRuns(runs, tell), schedules: toldSchedules(schedules, tell) };
}

function toldRuns(runs: RunRepository, tell: TellRunEvent): RunRepository {
  const told = async <T>(records: Records | undefined, answer: Promise<T>): Promise<T> => {
    const is = await answer;
    if (is !== "taken" && is !== "moved_on" && is !== "writer_active" && records?.event) tell(records.event);
    return is;
  };
  return {
    ...runs,
    create: (run, records) => told(records, runs.create(run, records)),
    apply: (runId, transition, records) => told(records, runs.apply(runId, transition, records)),
    claim: (runId, transition, records) => told(records, runs.claim(runId, transition, records)),
  };
}

/** A slot is claimed together with the run that it starts. */
function toldSchedules(schedules: ScheduleRepository, tell: TellRunEvent): ScheduleRepository {
  return {
    ...schedules,
    claimSlot: async (claim) => {
      const answer = await schedules.claimSlot(claim);
      const event = claim.run?.records.event;
      if (answer === "claimed" && event) tell(event);
      return answer;
    },
  };
}
