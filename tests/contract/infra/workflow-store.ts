import { z } from "zod";
import { settingsOf } from "./app-settings.ts";
import { ofType, ownName, type Predicted } from "./predicted.ts";

const hostSchema = z.looseObject({
  extensions: z.looseObject({
    durableTask: z.looseObject({
      hubName: z.string(),
      storageProvider: z.strictObject({ type: z.string(), connectionStringName: z.string() }),
    }),
  }),
});

/**
 * Where host.json keeps workflows and what is deployed for it, as far as they differ. What scales the app is told by the
 * host from the file alone, so a setting must not say something else.
 */
export function wrongWorkflowStore(hostFile: unknown, resources: Predicted[]): string[] {
  const parsed = hostSchema.safeParse(hostFile);
  if (!parsed.success) return ["host.json names no place for workflows"];
  const { hubName, storageProvider } = parsed.data.extensions.durableTask;
  const worker = settingsOf(resources, "worker");
  const hubs = ofType(resources, "Microsoft.DurableTask/schedulers/taskHubs").map(ownName);
  const problems = [...worker.keys()]
    .filter((name) => name.includes("storageProvider"))
    .map((name) => `${name} overrides the file`);
  if (storageProvider.type !== "azureManaged") problems.push(`workflows are kept by ${storageProvider.type}`);
  if (!worker.has(storageProvider.connectionStringName)) problems.push("the setting that host.json names is not there");
  if (hubs.join() !== hubName) problems.push(`the hubs are ${hubs.join()}`);
  return problems;
}
