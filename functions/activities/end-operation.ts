import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { endingWorkSchema } from "../../src/domain/observation/steps.ts";
import { traced } from "./traced.ts";

export function registerEndOperation(app: WorkerApp): void {
  df.app.activity("endOperation", {
    handler: (input) => traced(app, "endOperation", endingWorkSchema.parse(input), app.endOperation),
  });
}
