import { randomUUID } from "node:crypto";
import { type RegisteredFunction, triggerType } from "./function-registry.ts";
import type { LoadedApp } from "./load-app.ts";
import type { Log } from "./log.ts";
import { type HostOperation, hostOperationOf } from "./operations.ts";
import type { CoreContext, InvocationRequest, InvocationResponse } from "./programming-model.ts";
import { withTimeout } from "./with-timeout.ts";

export type InvocationResult = InvocationResponse & {
  /** What the handler returned, before it was made into data: object identity is still there. */
  readonly value: unknown;
};

export type Invoker = {
  readonly invoke: (fn: RegisteredFunction, request: InvocationRequest) => Promise<InvocationResult>;
  /** Handlers running now: all, or those of one trigger type (lower case). */
  readonly running: (type?: string) => number;
};

export type InvokerOptions = {
  readonly app: LoadedApp;
  readonly log: Log;
  readonly count: (operation: HostOperation) => void;
  /** Milliseconds; 0 is no limit. A handler past it is reported and its result dropped: nothing can stop it. */
  readonly timeoutMs: number;
  readonly onTimeout: (functionName: string) => void;
};

/** Runs registered handlers the way the Functions worker does: hooks, the library's conversions, log lines without payloads. */
export function makeInvoker(options: InvokerOptions): Invoker {
  const running = new Map<string, number>();
  const count = (type: string, change: number) => running.set(type, (running.get(type) ?? 0) + change);

  async function invoke(fn: RegisteredFunction, request: InvocationRequest): Promise<InvocationResult> {
    const invocationId = randomUUID();
    const category = `Function.${fn.name}`;
    const startedAt = performance.now();
    const type = triggerType(fn);
    const operation = hostOperationOf(type);
    if (!operation) throw new Error(`The local host does not support the trigger of function "${fn.name}".`);
    options.count(operation);
    const ended = (how: string) => `Executed '${fn.name}' (${how}, Id=${invocationId}, Duration=${since(startedAt)}ms)`;
    options.log("information", category, `Executing '${fn.name}' (Id=${invocationId})`);
    count(type, 1);
    try {
      const work = runSteps(options, fn, request, invocationId);
      const result = await withTimeout(work, options.timeoutMs, () => options.onTimeout(fn.name));
      options.log("information", category, ended("Succeeded"));
      return result;
    } catch (error) {
      options.log("error", category, `${ended("Failed")} ${reasonOf(error)}`);
      throw error;
    } finally {
      count(type, -1);
    }
  }

  const sum = () => [...running.values()].reduce((total, each) => total + each, 0);
  return { invoke, running: (type) => (type === undefined ? sum() : (running.get(type) ?? 0)) };
}

async function runSteps(
  options: InvokerOptions,
  fn: RegisteredFunction,
  request: InvocationRequest,
  invocationId: string,
): Promise<InvocationResult> {
  const { app, log } = options;
  const core: CoreContext = {
    invocationId,
    metadata: fn.metadata,
    request: { ...request, invocationId, functionId: fn.metadata.functionId ?? fn.name },
    state: undefined,
    log: (level, category, message) => log(level, `Function.${fn.name}${category === "user" ? ".User" : ""}`, message),
  };
  const model = app.model.getInvocationModel(core);
  const { context, inputs } = await model.getArguments();
  const shared = { hookData: {}, appHookData: app.registry.appHookData, invocationContext: context };
  const before = fixedProperties({ functionCallback: fn.handler, inputs }, shared);
  await runHooks(options, "preInvocation", before, core);
  const after: { inputs: unknown[]; result: unknown; error: unknown } = fixedProperties(
    { inputs: before.inputs, result: null, error: null },
    shared,
  );
  core.state = "invocation";
  try {
    after.result = await model.invokeFunction(context, before.inputs, before.functionCallback);
  } catch (error) {
    after.error = error;
  }
  await runHooks(options, "postInvocation", after, core);
  if (after.error !== null && after.error !== undefined) throw after.error;
  return { ...(await model.getResponse(context, after.result)), value: after.result };
}

async function runHooks(
  { app, count }: InvokerOptions,
  name: "preInvocation" | "postInvocation",
  context: object,
  core: CoreContext,
): Promise<void> {
  core.state = `${name}Hooks`;
  for (const hook of app.registry.hooks(name)) {
    count(name);
    await hook(context);
  }
  core.state = undefined;
}

function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}

/** The first line only: a failed orchestrator's message goes on with its whole state. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (text.split("\n", 1)[0] ?? "").slice(0, 500);
}

/** A hook's context: `open` may be replaced by a hook, assigning to one of `fixed` throws, as in Azure. */
function fixedProperties<T extends object>(open: T, fixed: Readonly<Record<string, unknown>>): T {
  for (const [key, value] of Object.entries(fixed)) {
    Object.defineProperty(open, key, {
      enumerable: true,
      get: () => value,
      set: () => {
        throw new TypeError(`Cannot assign to read only property '${key}' of a hook context.`);
      },
    });
  }
  return open;
}
