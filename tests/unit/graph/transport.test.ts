import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { makeTransport } from "../../../src/adapters/graph/transport.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function listen(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const address = started.address();
  if (address === null || typeof address === "string") throw new Error("A TCP server has an address.");
  return `http://127.0.0.1:${address.port}`;
}

const get = (url: string, signal = new AbortController().signal) =>
  makeTransport()({ method: "GET", url, headers: { authorization: "Bearer secret" }, signal });

describe("the transport", () => {
  it("keeps status and Retry-After of a refusal that is a page of text (pitfall 5)", async () => {
    const url = await listen((_request, response) => {
      response.writeHead(429, { "retry-after": "1.5", "content-type": "text/html" }).end("<html>Slow down</html>");
    });
    expect(await get(url)).toMatchObject({ status: 429, body: undefined, retryAfterMs: 1_500 });
  });

  it("answers 413 for what is larger than whoever asked can hold, and reads no further", async () => {
    const url = await listen((_request, response) => response.end(JSON.stringify("x".repeat(5_000))));
    const send = makeTransport();
    const ask = (mostBytes: number) =>
      send({ method: "GET", url, headers: {}, signal: new AbortController().signal, mostBytes });
    expect(await ask(1_000)).toMatchObject({ status: 413, body: undefined });
    expect(await ask(10_000)).toMatchObject({ status: 200, bytes: 5_002 });
  });

  it("does not take a page of text for a success", async () => {
    const url = await listen((_request, response) => response.end("<html>Welcome</html>"));
    await expect(get(url)).rejects.toMatchObject({ code: "graph_bad_response" });
  });

  it("does not follow a redirect with the token (pitfall 13)", async () => {
    const asked: unknown[] = [];
    const url = await listen((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    await expect(get(`${url}/here`)).rejects.toMatchObject({ code: "graph_unavailable" });
    expect(asked).toEqual(["/here"]);
  });

  it("uses connections again: hundreds of requests, eight at a time, open few (pitfall 12)", async () => {
    const url = await listen((_request, response) => void setTimeout(() => response.end("{}"), 1));
    let connections = 0;
    server?.on("connection", () => {
      connections += 1;
    });
    const send = makeTransport();
    const ask = () => send({ method: "GET", url, headers: {}, signal: new AbortController().signal });
    for (let round = 0; round < 25; round += 1) await Promise.all(Array.from({ length: 8 }, ask));
    expect(connections).toBeGreaterThan(0);
    // One may still be busy with the end of its answer when the next eight leave.
    expect(connections).toBeLessThanOrEqual(3 * 8);
  });

  it("sends once: tries again are decided above it", async () => {
    let times = 0;
    const url = await listen((_request, response) => {
      times += 1;
      response.writeHead(503).end();
    });
    expect(await get(url)).toMatchObject({ status: 503 });
    expect(times).toBe(1);
  });

  it("says that an answer which breaks off is none", async () => {
    const url = await listen((_request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"value":[', () => response.destroy());
    });
    await expect(get(url)).rejects.toMatchObject({ code: "graph_unavailable" });
  });

  it("rejects with the reason of the signal that stopped it", async () => {
    const stop = new AbortController();
    const url = await listen(() => stop.abort(new Error("stopped")));
    await expect(get(url, stop.signal)).rejects.toThrow("stopped");
  });
});
