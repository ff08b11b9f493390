import { registerHooks } from "node:module";
import type { FunctionHandler, FunctionMetadata, FunctionRegistry, Hook } from "./function-registry.ts";
import type { Log, LogLevel } from "./log.ts";
import type { ProgrammingModel } from "./programming-model.ts";

// `@azure/functions` reaches its host by require("@azure/functions-core") alone. That package does not exist; the Functions
// worker answers for it, and so do these hooks. The library keeps what it got for the life of the process, so the module is one
// object per process that forwards to the app being loaded at the moment.
const slotKey = Symbol.for("tenantpilot.local-host.functions-core");
const moduleName = "@azure/functions-core";
const moduleUrl = "local-host:functions-core";

type LoadingApp = { readonly registry: FunctionRegistry; readonly log: Log };
type CoreSlot = { app: LoadingApp; model: ProgrammingModel | undefined; loads: number; readonly api: object };

/** Makes `registry` the one that receives what is registered from now on. `loads` counts the apps of this process. */
export function provideCoreModule(app: LoadingApp): { model(): ProgrammingModel | undefined; readonly loads: number } {
  const globals = globalThis as typeof globalThis & { [slotKey]?: CoreSlot };
  const slot = globals[slotKey] ?? installSlot(app);
  globals[slotKey] = slot;
  slot.app = app;
  slot.loads += 1;
  return { model: () => slot.model, loads: slot.loads };
}

function installSlot(app: LoadingApp): CoreSlot {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === moduleName ? { url: moduleUrl, format: "commonjs", shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === moduleUrl ? { format: "commonjs", source: coreModuleSource(), shortCircuit: true } : next(url, context),
  });
  const slot: CoreSlot = { app, model: undefined, loads: 0, api: makeCoreApi(() => slot) };
  return slot;
}

function coreModuleSource(): string {
  return `module.exports = globalThis[Symbol.for(${JSON.stringify(slotKey.description)})].api;`;
}

function makeCoreApi(slot: () => CoreSlot): object {
  return {
    version: "3.13.0",
    hostVersion: "4.1050.0.0",
    Disposable,
    registerFunction: (metadata: FunctionMetadata, handler: FunctionHandler) =>
      new Disposable(slot().app.registry.registerFunction(metadata, handler)),
    registerHook: (name: string, hook: Hook) => new Disposable(slot().app.registry.registerHook(name, hook)),
    setProgrammingModel: (model: ProgrammingModel) => {
      slot().model = model;
    },
    getProgrammingModel: () => slot().model,
    // The library takes the mere presence of `log` as the sign of a host new enough for it.
    log: (level: LogLevel, category: string, message: string) => slot().app.log(level, `Worker.${category}`, message),
  };
}

/** The core module's own disposable: `dispose()` works once. */
class Disposable {
  #undo: (() => unknown) | undefined;
  constructor(undo: () => unknown) {
    this.#undo = undo;
  }
  static from(...all: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => {
      for (const each of all) each.dispose();
    });
  }
  dispose(): unknown {
    const undo = this.#undo;
    this.#undo = undefined;
    return undo?.();
  }
}
