import { app as functions } from "@azure/functions";
import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { toLogText } from "../../src/domain/text/visible-text.ts";

const ended = [
  df.OrchestrationRuntimeStatus.Completed,
  df.OrchestrationRuntimeStatus.Failed,
  df.OrchestrationRuntimeStatus.Terminated,
  df.OrchestrationRuntimeStatus.Canceled,
];

/** Purges the history of workflows that ended long ago. What the database keeps expires by itself. */
export function registerRetention(app: WorkerApp): void {
  functions.timer("retention", {
    schedule: app.retentionSchedule,
    extraInputs: [df.input.durableClient()],
    handler: async (_timer, context) => {
      const client = df.getClient(context);
      const purgeBefore = async (endMs: number): Promise<number> => {
        // The engine asks for a beginning too; there is nothing before the epoch.
        const filter = { createdTimeFrom: new Date(0), createdTimeTo: new Date(endMs), runtimeStatus: ended };
        return (await client.purgeInstanceHistoryBy(filter)).instancesDeleted;
      };
      const purged = await app.purgeHistory(purgeBefore, (error) => context.error(`retention ${toLogText(error)}`));
      if (purged > 0) context.log(`retention: ${purged} workflow histories purged`);
    },
  });
}
