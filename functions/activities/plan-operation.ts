import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app.ts";
import { workSchema } from "../../src/domain/observation/steps.ts";

export function registerPlanOperation(app: WorkerApp): void {
  df.app.activity("planOperation", { handler: (input) => app.planOperation(workSchema.parse(input)) });
}
