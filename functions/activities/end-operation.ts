import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app.ts";
import { endingWorkSchema } from "../../src/domain/observation/steps.ts";

export function registerEndOperation(app: WorkerApp): void {
  df.app.activity("endOperation", { handler: (input) => app.endOperation(endingWorkSchema.parse(input)) });
}
