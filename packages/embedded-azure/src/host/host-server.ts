import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { makeAdminApi } from "./admin/admin-api.ts";
import type { Drain } from "./drain.ts";
import type { DurableExtension } from "./durable/start-durable.ts";
import { makeHttpServer } from "./http/http-server.ts";
import { makeKeyCheck } from "./http/keys.ts";
import type { HostCore } from "./load-host.ts";

// Azure's limit for a request body (https://learn.microsoft.com/azure/azure-functions/functions-app-settings).
const defaultBodyLimit = 104_857_600;

/** The HTTP server of a host: functions, admin endpoints, the Durable extension's API. */
export function makeHostServer(core: HostCore, durable: DurableExtension | undefined, drain: Drain): Server {
  const { routes, invoker, log, extraInputs } = core;
  const adminApi = makeAdminApi({
    registry: core.app.registry,
    invoker,
    extraInputs,
    drain: () => {
      drain.begin().catch((error: unknown) => log("error", "Host.Drain", String(error)));
    },
    drainState: drain.state,
    load() {
      const engine = durable?.engine.load() ?? { running: 0, pending: 0, unfinished: 0, nextTimerAt: undefined };
      const others = invoker.running("servicebustrigger") + invoker.running("timertrigger");
      return { ...engine, running: engine.running + others };
    },
    skip: (ms) => durable?.engine.skip(ms),
    hostCalls: core.hostCalls,
    durableCalls: core.durableCalls,
  });
  return makeHttpServer({
    routes,
    invoker,
    mayCall: makeKeyCheck(core.masterKey),
    bodyLimit: Number(process.env["FUNCTIONS_REQUEST_BODY_SIZE_LIMIT"] ?? defaultBodyLimit),
    log,
    extraInputs,
    sides: [{ prefix: "/admin", open: false, handle: adminApi }, ...(durable?.sides ?? [])],
  });
}

export async function listen(server: Server, port: number): Promise<{ endpoint: string; port: number }> {
  // A burst of a thousand connections has to fit in the queue of those not yet accepted.
  server.listen({ port, host: "127.0.0.1", backlog: 2048 });
  await once(server, "listening");
  // A server that listens on a port has an address of this type.
  const address = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${address.port}`, port: address.port };
}

const closeLimitMs = 5000;

/** Takes no new connection; requests under way end first, for at most 5 s. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // A connection that is kept alive becomes idle when its request has ended.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const limit = setTimeout(() => server.closeAllConnections(), closeLimitMs);
  await promise;
  clearInterval(sweep);
  clearTimeout(limit);
}
