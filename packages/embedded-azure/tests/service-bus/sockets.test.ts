import { Socket } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { openEmbedded, queueNames } from "./target.ts";

afterEach(() => vi.restoreAllMocks());

// Without it each settlement waits some 40 ms for the acknowledgement of the packet before (Nagle's algorithm).
it("the server sends its answers at once instead of collecting them", async () => {
  const calls = vi.spyOn(Socket.prototype, "setNoDelay");
  await using bus = await openEmbedded();
  const plainPort = Number(/:(\d+);/.exec(bus.server.connectionString)?.[1]);
  await bus.client.createSender(queueNames.plain).sendMessages({ body: "x" });
  const ofServer = calls.mock.contexts.map((socket) => Object(socket).localPort).filter((port) => port === plainPort);
  expect(ofServer.length).toBeGreaterThan(0);
});
