import { app, type HttpRequest } from "@azure/functions";
import * as df from "durable-functions";

// What activities did, in order, and gates that hold them until a test opens them.
const ran: string[] = [];
const gates = new Map<string, (() => void)[]>();
const failuresLeft = new Map<string, number>();

df.app.activity("double", { handler: (n: number) => n * 2 });
df.app.activity("echo", {
  handler: (value: unknown) => {
    ran.push(`echo ${JSON.stringify(value)}`);
    return value;
  },
});
df.app.activity("gated", {
  handler: async (name: string) => {
    ran.push(`gated ${name}`);
    await new Promise<void>((resolve) => gates.set(name, [...(gates.get(name) ?? []), resolve]));
    return name;
  },
});
df.app.activity("failing", {
  handler: ({ id, times }: { id: string; times: number }) => {
    const left = failuresLeft.get(id) ?? times;
    failuresLeft.set(id, left - 1);
    ran.push(`failing ${id}`);
    if (left > 0) throw new Error(`no luck with ${id}`);
    return "luck";
  },
});

df.app.orchestration("chain", function* (context) {
  let value: number = context.df.getInput();
  value = yield context.df.callActivity("double", value);
  value = yield context.df.callActivity("double", value);
  return value;
});
df.app.orchestration("fanOut", function* (context) {
  const count: number = context.df.getInput();
  const tasks = Array.from({ length: count }, (_, i) => context.df.callActivity("double", i));
  const results: number[] = yield context.df.Task.all(tasks);
  return results.reduce((sum, each) => sum + each, 0);
});
df.app.orchestration("race", function* (context) {
  const tasks = ["a", "b"].map((name) => context.df.callActivity("gated", name));
  const winner: df.Task = yield context.df.Task.any(tasks);
  return winner === tasks[0] ? "a" : "b";
});
df.app.orchestration("gate", function* (context) {
  const name: string = context.df.getInput();
  return yield context.df.callActivity("gated", name);
});
df.app.orchestration("values", function* (context) {
  const inputs: unknown[] = context.df.getInput();
  const results: unknown[] = [];
  for (const input of inputs) results.push(yield context.df.callActivity("echo", input));
  return results;
});
df.app.orchestration("caught", function* (context) {
  try {
    yield context.df.callActivity("failing", { id: context.df.instanceId, times: 1 });
    return "not caught";
  } catch (error) {
    return `caught: ${(error as Error).message}`;
  }
});
df.app.orchestration("uncaught", function* (context) {
  yield context.df.callActivity("failing", { id: context.df.instanceId, times: 1 });
});
df.app.orchestration("throwing", function* (context) {
  if (context.df.getInput() !== "never") throw new Error("first thing");
  yield context.df.callActivity("echo", 1);
});
df.app.orchestration("unknownActivity", function* (context) {
  yield context.df.callActivity("nobody");
});
df.app.orchestration("retrying", function* (context) {
  const { times, attempts }: { times: number; attempts: number } = context.df.getInput();
  const options = new df.RetryOptions(60_000, attempts);
  options.backoffCoefficient = 2;
  return yield context.df.callActivityWithRetry("failing", options, { id: context.df.instanceId, times });
});
df.app.orchestration("retryingAll", function* (context) {
  const options = new df.RetryOptions(60_000, 3);
  const tasks = [0, 1, 2].map((times) =>
    context.df.callActivityWithRetry("failing", options, { id: `${context.df.instanceId}-${times}`, times }),
  );
  const results: string[] = yield context.df.Task.all(tasks);
  const last: number = yield context.df.callActivity("double", results.length);
  return last;
});
df.app.orchestration("sleeping", function* (context) {
  const ms: number = context.df.getInput();
  yield context.df.createTimer(new Date(context.df.currentUtcDateTime.getTime() + ms));
  return context.df.currentUtcDateTime.getTime();
});
df.app.orchestration("timeout", function* (context) {
  const timer = context.df.createTimer(new Date(context.df.currentUtcDateTime.getTime() + 3_600_000));
  const event = context.df.waitForExternalEvent("go");
  const winner: df.Task = yield context.df.Task.any([event, timer]);
  if (winner === timer) return "too late";
  timer.cancel();
  return event.result;
});
df.app.orchestration("forgottenTimer", function* (context) {
  const timer = context.df.createTimer(new Date(context.df.currentUtcDateTime.getTime() + 3_600_000));
  const event = context.df.waitForExternalEvent("go");
  yield context.df.Task.any([event, timer]);
  return "done";
});
df.app.orchestration("events", function* (context) {
  const all: unknown[] = [];
  while (all.length < 3) all.push(yield context.df.waitForExternalEvent("item"));
  return all;
});
df.app.orchestration("parent", function* (context) {
  const ids: string[] = context.df.getInput();
  const tasks = ids.map((id, i) => context.df.callSubOrchestrator("chain", i, id));
  return yield context.df.Task.all(tasks);
});
df.app.orchestration("parentOfFailing", function* (context) {
  try {
    yield context.df.callSubOrchestrator("uncaught");
    return "not caught";
  } catch (error) {
    return `caught: ${(error as Error).message}`;
  }
});
df.app.orchestration("retryingParent", function* (context) {
  const options = new df.RetryOptions(60_000, 3);
  return yield context.df.callSubOrchestratorWithRetry("failsTwice", options, context.df.instanceId);
});
df.app.orchestration("failsTwice", function* (context) {
  const id: string = context.df.getInput();
  return yield context.df.callActivity("failing", { id, times: 2 });
});
df.app.orchestration("generations", function* (context) {
  const count: number = context.df.getInput();
  context.df.setCustomStatus({ generation: count });
  const next: number = yield context.df.callActivity("double", count);
  if (next < 16) {
    context.df.continueAsNew(next);
    return undefined;
  }
  return next;
});
df.app.orchestration("collecting", function* (context) {
  const { items }: { items: string[] } = context.df.getInput();
  const item: string = yield context.df.waitForExternalEvent("item");
  const all = [...items, item];
  if (all.length < 3) {
    context.df.continueAsNew({ items: all });
    return undefined;
  }
  return all;
});
df.app.orchestration("reusing", function* (context) {
  const slow = context.df.callActivity("gated", "reused");
  const first = context.df.waitForExternalEvent("go");
  yield context.df.Task.any([slow, first]);
  yield context.df.Task.any([slow, context.df.waitForExternalEvent("again")]);
  return "done";
});
let changed = false;
df.app.orchestration("changing", function* (context) {
  if (changed) yield context.df.callActivity("double", 1);
  yield context.df.waitForExternalEvent("go");
  yield context.df.callActivity("echo", "after");
  yield context.df.waitForExternalEvent("go");
});
df.app.orchestration("lost", function* (context) {
  const task = context.df.callActivity("double", 1);
  yield task;
  // The result has been given out already: the SDK waits for it for ever.
  yield context.df.Task.all([task]);
});
df.app.orchestration("entity", function* (context) {
  yield context.df.callEntity(new df.EntityId("counter", "1"), "add", 1);
});
df.app.orchestration("http", function* (context) {
  yield context.df.callHttp({ method: "GET", url: "http://127.0.0.1:1/" });
});
df.app.orchestration("version", function* (context) {
  const sub: string = yield context.df.callSubOrchestrator("ownVersion");
  return [context.df.version, sub];
});
df.app.orchestration("ownVersion", function* (context) {
  if (context.df.version === "never") yield context.df.callActivity("echo", 1);
  return context.df.version;
});

type Call = (client: df.DurableClient, body: Record<string, unknown>) => Promise<unknown>;

/** The durable client's methods as a test may call them; an error is answered as its message. */
const calls: Readonly<Record<string, Call>> = {
  start: (client, { name, ...options }) => client.startNew(String(name), options),
  status: (client, { id, ...options }) => client.getStatus(String(id), options),
  list: (client, { runtimeStatus, createdTimeFrom }) =>
    client.getStatusBy({
      ...(runtimeStatus ? { runtimeStatus: runtimeStatus as df.OrchestrationRuntimeStatus[] } : {}),
      ...(createdTimeFrom ? { createdTimeFrom: new Date(createdTimeFrom as string) } : {}),
    }),
  listAll: (client) => client.getStatusAll(),
  raise: (client, { id, event, value }) => client.raiseEvent(String(id), String(event), value),
  terminate: (client, { id, reason }) => client.terminate(String(id), String(reason)),
  suspend: (client, { id }) => client.suspend(String(id), "reason"),
  purge: (client, { id }) => client.purgeInstanceHistory(String(id)),
  purgeBy: (client, { runtimeStatus }) =>
    client.purgeInstanceHistoryBy({
      createdTimeFrom: new Date(0),
      runtimeStatus: runtimeStatus as df.OrchestrationRuntimeStatus[],
    }),
  links: async (client, { id }) => client.createHttpManagementPayload(String(id)),
};

app.http("client", {
  route: "client/{call}",
  methods: ["POST"],
  authLevel: "anonymous",
  extraInputs: [df.input.durableClient()],
  handler: async (request, context) => {
    const call = calls[request.params["call"] ?? ""];
    if (!call) return { status: 404 };
    try {
      return { jsonBody: { value: (await call(df.getClient(context), await bodyOf(request))) ?? null } };
    } catch (error) {
      return { jsonBody: { error: (error as Error).message } };
    }
  },
});
app.http("change", {
  methods: ["POST"],
  authLevel: "anonymous",
  handler: () => {
    changed = true;
    return { status: 204 };
  },
});
app.http("ran", { methods: ["GET"], authLevel: "anonymous", handler: () => ({ jsonBody: ran }) });
app.http("open", {
  route: "open/{name}",
  methods: ["POST"],
  authLevel: "anonymous",
  handler: ({ params }) => {
    for (const open of gates.get(params["name"] ?? "") ?? []) open();
    return { status: 204 };
  },
});

async function bodyOf(request: HttpRequest): Promise<Record<string, unknown>> {
  return (await request.json()) as Record<string, unknown>;
}
