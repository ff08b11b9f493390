import { app as functions } from "@azure/functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { toLogText } from "../../src/domain/text/visible-text.ts";

/** Starts the slots of snapshot schedules that are due in any tenant, and checks their promises. */
export function registerSchedules(app: WorkerApp): void {
  functions.timer("schedules", {
    schedule: app.schedulesSchedule,
    handler: async (_timer, context) => {
      const { looked, slots } = await app.fireSchedules((error) => context.error(`schedules ${toLogText(error)}`));
      if (slots.length > 0) context.log(`schedules: ${looked} looked at, ${JSON.stringify(slots)}`);
    },
  });
}
