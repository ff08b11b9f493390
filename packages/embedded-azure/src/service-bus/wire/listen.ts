import type { AddressInfo, Server, Socket } from "node:net";
import rhea, { type Connection, type Container, type EventContext } from "rhea";
import type { TlsFiles } from "../../running-server.ts";
import { makeStateOf, type StateOf, type WireDeps } from "./context.ts";
import { type Deliveries, openReceivingLink } from "./receiving-link.ts";
import { keepRawMessages } from "./rhea-internals.ts";
import { openSendingLink, takeDelivery } from "./sending-link.ts";
import { type OutcomeName, takeSettlement } from "./settlements.ts";

export type Listener = AsyncDisposable & { readonly port: number };

// The client library opens a session per link; credit and frame size are those the real service grants.
const limits = {
  max_frame_size: 65_536,
  channel_max: 4_999,
  session_buffer_size: { incoming: 2_048, outgoing: 16_384 },
};
const linkOptions = {
  receiver_options: { autoaccept: false, credit_window: 1_000 },
  sender_options: { treat_modified_as_released: false, autosettle: false },
};

/** Listens for AMQP 1.0 on loopback, over TLS when there is a certificate. @param port 0 = a free one. */
export async function listenForAmqp(deps: WireDeps, port: number, tls?: TlsFiles): Promise<Listener> {
  const container = rhea.create_container({ id: "tenantpilot-service-bus" });
  // Who the caller is comes with the tokens on `$cbs`; the client libraries offer one of these two.
  container.sasl_server_mechanisms.enable_anonymous();
  container.sasl_server_mechanisms.MSSBCBS = container.sasl_server_mechanisms.ANONYMOUS;
  handleEvents(container, deps);
  const options = { port, host: "127.0.0.1", ...limits, ...linkOptions };
  const server = tls
    ? container.listen({ ...options, transport: "tls", key: tls.key, cert: tls.cert })
    : container.listen({ ...options, transport: "tcp" });
  const sockets = trackSockets(server);
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const { port: boundPort } = server.address() as AddressInfo; // a server on TCP has no other kind of address
  return { port: boundPort, [Symbol.asyncDispose]: () => closeServer(server, sockets) };
}

/** Without `setNoDelay` a settlement waits some 40 ms for the acknowledgement of the packet before it. */
function trackSockets(server: Server): Set<Socket> {
  const sockets = new Set<Socket>();
  for (const event of ["connection", "secureConnection"]) {
    server.on(event, (socket: Socket) => {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    });
  }
  return sockets;
}

function closeServer(server: Server, sockets: Set<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // An error, because that is what makes rhea forget a connection.
  for (const socket of sockets) socket.destroy(new Error("The server was closed."));
  return closed;
}

type On = (event: string, handle: (context: Required<EventContext>) => void) => void;

function handleEvents(container: Container, deps: WireDeps): void {
  const stateOf = makeStateOf();
  const deliveries: Deliveries = new WeakMap();
  // Each event below brings the parts of the context that its handler reads (rhea, lib/link.js and lib/session.js).
  const on = container.on.bind(container) as On;

  on("session_open", ({ session }) => keepRawMessages(session));
  on("sender_open", ({ connection, sender }) => openReceivingLink(deps, stateOf(connection), sender, deliveries));
  on("receiver_open", ({ connection, receiver }) => openSendingLink(deps, stateOf(connection), receiver));
  on("message", ({ connection, delivery, message }) => {
    takeDelivery(deps, stateOf(connection), delivery, message as unknown as Buffer); // bytes, see keepRawMessages
  });
  const outcomes: readonly OutcomeName[] = ["accepted", "rejected", "released", "modified"];
  for (const name of outcomes) on(name, ({ delivery }) => takeSettlement(deps, deliveries, name, delivery));
  handleLeaving(on, stateOf);
}

function handleLeaving(on: On, stateOf: StateOf): void {
  const leaveAll = (connection: Connection): void => {
    const { leave } = stateOf(connection);
    for (const undo of leave.values()) undo();
    leave.clear();
  };
  on("sender_close", ({ connection, sender }) => {
    const { leave } = stateOf(connection);
    leave.get(sender)?.();
    leave.delete(sender);
  });
  on("session_close", ({ connection, session }) => {
    const { leave } = stateOf(connection);
    const ended = [...leave].filter(([link]) => link.session === session);
    for (const [link, undo] of ended) {
      undo();
      leave.delete(link);
    }
  });
  on("connection_close", ({ connection }) => leaveAll(connection));
  on("disconnected", ({ connection }) => leaveAll(connection));
  // A peer that breaks off is no fault of this server; without a listener rhea throws.
  for (const event of ["connection_error", "session_error", "sender_error", "receiver_error"]) on(event, () => {});
  for (const event of ["protocol_error", "error"]) {
    on(event, (problem) => console.error("service-bus:", problem));
  }
}
