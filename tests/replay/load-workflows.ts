import type { OrchestratedApp } from "../../packages/embedded-azure/src/durable/orchestrated-app.ts";
import { provideCoreModule } from "../../packages/embedded-azure/src/host/core-module.ts";
import { makeAppForEngine } from "../../packages/embedded-azure/src/host/durable/app-for-engine.ts";
import { makeFunctionRegistry } from "../../packages/embedded-azure/src/host/function-registry.ts";
import { makeInvoker } from "../../packages/embedded-azure/src/host/invoke.ts";

export type Workflows = { readonly app: OrchestratedApp; readonly names: readonly string[] };

/** Orchestrators as the durable-functions SDK runs them, and nothing else of the product: no activity can be called. */
export function loadWorkflows(register: () => void): Workflows {
  const registry = makeFunctionRegistry();
  const log = (): void => undefined;
  const core = provideCoreModule({ registry, log });
  register();
  const model = core.model();
  if (!model) throw new Error("Nothing was registered.");
  const invoker = makeInvoker({ app: { registry, model }, log, timeoutMs: 0, onTimeout: log, count: log });
  const names = [...registry.functions.values()].map(({ name }) => name);
  return { app: makeAppForEngine({ registry, invoker, extraInputs: () => [] }), names };
}
