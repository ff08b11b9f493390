import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app/worker-app.ts";
import { workSchema } from "../../src/domain/operation-run/work.ts";
import { traced } from "./traced.ts";

export function registerPlanOperation(app: WorkerApp): void {
  df.app.activity("planOperation", {
    handler: (input) => traced(app, "planOperation", workSchema.parse(input), app.planOperation),
  });
}
