import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { RunningServer, TlsFiles } from "../running-server.ts";

/** Longer than the pools of the SDKs keep an idle connection, so that none is closed under a request just being written. */
const keepAliveMs = 65_000;

/** How long closing waits for requests in progress. */
const patienceMs = 5_000;

/** Serves HTTP on loopback: over TLS as `https://localhost:PORT`, else as `http://127.0.0.1:PORT`. Port 0 takes a free one. */
export async function listen(
  handler: RequestListener,
  options: { readonly port: number; readonly tls?: TlsFiles | undefined },
): Promise<RunningServer> {
  const { tls } = options;
  const server = tls ? createHttpsServer({ cert: tls.cert, key: tls.key }, handler) : createHttpServer(handler);
  server.keepAliveTimeout = keepAliveMs;
  const port = await bind(server, options.port);
  const close = () => stop(server);
  const endpoint = tls ? `https://localhost:${port}` : `http://127.0.0.1:${port}`;
  return { endpoint, port, close, [Symbol.asyncDispose]: close };
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      // A server bound to a TCP port answers an AddressInfo; strings are for pipes only.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    // Requests in progress are answered; a caller that takes too long is cut off.
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}
