import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type DurableEngine, makeDurableEngine } from "../../durable/durable-engine.ts";
import { makeDurableHttpApi } from "../../durable/http-api/durable-http-api.ts";
import { type DurableLinks, toClientBinding } from "../../durable/http-api/links.ts";
import { openDurableStore } from "../../durable/store/durable-store.ts";
import type { HttpFront } from "../http/http-server.ts";
import type { HostCore } from "../load-host.ts";
import { makeAppForEngine } from "./app-for-engine.ts";

export type DurableExtension = {
  readonly engine: DurableEngine;
  readonly sides: HttpFront["sides"];
  /** The JSON of a durable client binding. */
  readonly clientBinding: () => string;
  /** After the engine has stopped. */
  readonly close: () => void;
};

/** The Durable extension of one host: engine, store and HTTP API. It begins to work with `engine.start()`. */
export function startDurable(deps: HostCore): DurableExtension {
  const { durableTask } = deps.hostJson.extensions;
  const store = openDurableStore(join(deps.dir, "durable"));
  const engine = makeDurableEngine({
    store,
    app: makeAppForEngine({ registry: deps.app.registry, invoker: deps.invoker, extraInputs: deps.extraInputs }),
    versions: durableTask,
    now: deps.now,
    count: deps.durableCalls.count,
    log: (level, message) => deps.log(level, "Host.Triggers.DurableTask", message),
    maxActivities: durableTask.maxConcurrentActivityFunctions,
    maxOrchestrators: durableTask.maxConcurrentOrchestratorFunctions,
  });
  // The SDK calls this address without a key; in Azure it is open to the app's own machine only, here it cannot be guessed.
  const rpcPath = `/durabletask/${randomBytes(16).toString("hex")}`;
  const links = (): DurableLinks => ({
    baseUrl: `${deps.endpoint()}/runtime/webhooks/durabletask`,
    rpcBaseUrl: `${deps.endpoint()}${rpcPath}/`,
    hubName: durableTask.hubName,
    code: deps.masterKey,
  });
  const handle = makeDurableHttpApi({ client: engine.client, links, count: deps.durableCalls.count });
  return {
    engine,
    sides: [
      { prefix: rpcPath, open: true, handle },
      { prefix: "/runtime/webhooks/durabletask", open: false, handle },
    ],
    clientBinding: () => JSON.stringify(toClientBinding(links())),
    close: () => store.close(),
  };
}
