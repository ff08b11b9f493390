import type { Records, RunRepository } from "../../domain/operation-run/repository.ts";
import type { PublishRunEvent } from "../../domain/operation-run/run-event.ts";
import type { ScheduleRepository } from "../../domain/schedule/repository.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";

/** Stores that publish an event for each transition of a run. Listeners are attached here only. */
export function withRunEvents(stores: TenantStores, publish: PublishRunEvent): TenantStores {
  const { runs, schedules } = stores;
  return { ...stores, runs: withEventsOfRuns(runs, publish), schedules: withEventsOfSchedules(schedules, publish) };
}

function withEventsOfRuns(runs: RunRepository, publish: PublishRunEvent): RunRepository {
  const published = async <T>(records: Records | undefined, answer: Promise<T>): Promise<T> => {
    const is = await answer;
    if (is !== "taken" && is !== "moved_on" && is !== "writer_active" && records?.event) publish(records.event);
    return is;
  };
  return {
    ...runs,
    create: (run, records) => published(records, runs.create(run, records)),
    apply: (runId, transition, records) => published(records, runs.apply(runId, transition, records)),
    claim: (runId, transition, records) => published(records, runs.claim(runId, transition, records)),
  };
}

/** A slot is claimed together with the run that it starts. */
function withEventsOfSchedules(schedules: ScheduleRepository, publish: PublishRunEvent): ScheduleRepository {
  return {
    ...schedules,
    claimSlot: async (claim) => {
      const answer = await schedules.claimSlot(claim);
      const event = claim.run?.records.event;
      if (answer === "claimed" && event) publish(event);
      return answer;
    },
  };
}
