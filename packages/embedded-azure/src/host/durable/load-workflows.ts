import type { OrchestratedApp } from "../../durable/orchestrated-app.ts";
import { provideCoreModule } from "../core-module.ts";
import { makeFunctionRegistry } from "../function-registry.ts";
import { makeInvoker } from "../invoke.ts";
import { makeAppForEngine } from "./app-for-engine.ts";

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
