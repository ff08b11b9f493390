import type { StandaloneOptions, StandaloneServer } from "../run-standalone.ts";
import { openAuthority } from "../tls/make-authority.ts";
import { type RunningServiceBus, type ServiceBusOptions, startServiceBus } from "./start-service-bus.ts";

/** `port` is of AMQP over TLS; plain AMQP takes the port after it. */
type Options = Pick<StandaloneOptions, "port" | "dir"> & Pick<ServiceBusOptions, "config">;

/** The server without the rest of the stack. There is no directory, so clients come with the key. */
export async function startStandaloneServiceBus({
  port,
  dir,
  config,
}: Options): Promise<StandaloneServer<RunningServiceBus>> {
  const authority = await openAuthority(`${dir}/tls`);
  const server = await startServiceBus({
    dir: `${dir}/service-bus`,
    port,
    plainPort: port === 0 ? 0 : port + 1,
    tls: authority.issue(),
    config,
  });
  const { endpoint, namespace, connectionString } = server;
  return { server, line: { ready: true, endpoint, namespace, connectionString, ca: authority.caFile } };
}
