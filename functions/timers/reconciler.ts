import { app as functions } from "@azure/functions";
import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { toLogText } from "../../src/domain/text/visible-text.ts";
import { makeDurableWorkflows } from "../durable-workflows.ts";

/** Repairs runs that fell between two steps. */
export function registerReconciler(app: WorkerApp): void {
  functions.timer("reconciler", {
    schedule: app.reconcilerSchedule,
    extraInputs: [df.input.durableClient()],
    handler: async (_timer, context) => {
      const workflows = makeDurableWorkflows(df.getClient(context));
      const { looked, repaired } = await app.reconcile(workflows, (error) =>
        context.error(`reconciler ${toLogText(error)}`),
      );
      if (repaired.length > 0) context.log(`reconciler: ${looked} active, repaired ${JSON.stringify(repaired)}`);
    },
  });
}
