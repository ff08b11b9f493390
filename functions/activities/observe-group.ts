import * as df from "durable-functions";
import type { WorkerApp } from "../../src/app.ts";
import { groupWorkSchema } from "../../src/domain/observation/steps.ts";

export function registerObserveGroup(app: WorkerApp): void {
  df.app.activity("observeGroup", { handler: (input) => app.observeGroup(groupWorkSchema.parse(input)) });
}
