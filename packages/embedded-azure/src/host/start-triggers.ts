import { join } from "node:path";
import type { ServiceBusClient } from "@azure/service-bus";
import { type RegisteredFunction, triggerText, triggerType } from "./function-registry.ts";
import { toTraceContext } from "./http/trace-context.ts";
import type { HostCore } from "./load-host.ts";
import { parseNcrontab } from "./timers/ncrontab.ts";
import { type RunningTimer, startTimer } from "./timers/start-timer.ts";
import { makeTimerStatusStore } from "./timers/timer-status.ts";
import type { TypedData } from "./typed-data.ts";

export type TriggerDeps = Pick<
  HostCore,
  "functions" | "invoker" | "hostJson" | "dir" | "now" | "log" | "extraInputs"
> & {
  readonly env: Readonly<Record<string, string | undefined>>;
};

export type RunningTriggers = { readonly wake: () => void; readonly stop: () => Promise<void> };

/** Timers and Service Bus triggers; an app without them loads neither the client nor the identity package. */
export async function startTriggers(deps: TriggerDeps): Promise<RunningTriggers> {
  const queues = await startQueues(deps);
  const timers = startTimers(deps);
  return {
    wake: () => {
      for (const timer of timers) timer.wake();
    },
    async stop() {
      await Promise.all([queues.stop(), ...timers.map((timer) => timer.stop())]);
    },
  };
}

function startTimers(deps: TriggerDeps): readonly RunningTimer[] {
  const timers = deps.functions.filter((fn) => triggerType(fn) === "timertrigger");
  if (timers.length === 0) return [];
  const statuses = makeTimerStatusStore(join(deps.dir, "timers"));
  // Every schedule is read before the first timer starts: a wrong one stops the app, not half of it.
  const schedules = timers.map((fn) => {
    const expression = expandSettings(triggerText(fn, "schedule"), deps.env);
    return { fn, expression, schedule: parseNcrontab(expression) };
  });
  return schedules.map(({ fn, expression, schedule }) =>
    startTimer({
      name: fn.name,
      expression,
      schedule,
      runOnStartup: fn.trigger["runOnStartup"] === true,
      statuses,
      now: deps.now,
      run: (timer) => invoke(deps, fn, timer, {}),
    }),
  );
}

async function startQueues(deps: TriggerDeps): Promise<{ stop(): Promise<void> }> {
  const functions = deps.functions.filter((fn) => triggerType(fn) === "servicebustrigger");
  if (functions.length === 0) return { stop: async () => undefined };
  const [{ connectServiceBus }, { startQueueTrigger }, { toMessageBody, toTriggerMetadata }] = await Promise.all([
    import("./service-bus/connect.ts"),
    import("./service-bus/start-queue-trigger.ts"),
    import("./service-bus/message-data.ts"),
  ]);
  const { maxConcurrentCalls, autoCompleteMessages, maxAutoLockRenewalDuration } = deps.hostJson.extensions.serviceBus;
  const clients = new Map<string, ServiceBusClient>();
  const clientOf = (connection: string): ServiceBusClient => {
    const client = clients.get(connection) ?? connectServiceBus(connection, deps.env);
    clients.set(connection, client);
    return client;
  };
  const running = functions.map((fn) => {
    refuseQueueOptions(fn);
    const queue = expandSettings(triggerText(fn, "queueName"), deps.env);
    const receiver = clientOf(triggerText(fn, "connection")).createReceiver(queue, {
      receiveMode: "peekLock",
      skipParsingBodyAsJson: true,
      maxAutoLockRenewalDurationInMs: maxAutoLockRenewalDuration,
    });
    const own = fn.trigger["autoCompleteMessages"];
    return startQueueTrigger({
      functionName: fn.name,
      receiver,
      maxConcurrentCalls,
      autoComplete: typeof own === "boolean" ? own : autoCompleteMessages,
      log: deps.log,
      run: (message) => invoke(deps, fn, toMessageBody(message), toTriggerMetadata(message)),
    });
  });
  return {
    async stop() {
      await Promise.all(running.map((trigger) => trigger.stop()));
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

function refuseQueueOptions({ name, trigger }: RegisteredFunction): void {
  const refused = [
    trigger["isSessionsEnabled"] === true ? "sessions" : undefined,
    trigger["cardinality"] === "many" ? "batches (cardinality many)" : undefined,
    trigger["topicName"] ? "topics" : undefined,
  ].find(Boolean);
  if (refused) throw new Error(`The local host does not support ${refused}, which function "${name}" asks for.`);
}

function invoke(
  { invoker, extraInputs }: TriggerDeps,
  fn: RegisteredFunction,
  data: TypedData,
  triggerMetadata: Record<string, TypedData>,
): Promise<unknown> {
  const inputData = [{ name: fn.triggerName, data }, ...extraInputs(fn)];
  return invoker.invoke(fn, { inputData, triggerMetadata, traceContext: toTraceContext() });
}

/** Replaces `%NAME%` by that app setting, as the host does in schedules and entity names; a missing one is an error. */
function expandSettings(text: string, env: Readonly<Record<string, string | undefined>>): string {
  return text.replaceAll(/%([^%]+)%/g, (_, name: string) => {
    const value = env[name] ?? env[name.replaceAll(":", "__")];
    if (value === undefined) throw new Error(`"${text}" needs the setting ${name}, which is not set.`);
    return value;
  });
}
