import { CannotStart } from "../data-lock.ts";
import type { StandaloneOptions, StandaloneServer } from "../run-standalone.ts";
import { type RunningHost, startHost } from "./start-host.ts";

/** One app without the rest of the stack, in the caller's own process. Log lines go to stderr. */
export async function startStandaloneHost({
  port,
  dir,
  app,
}: Omit<StandaloneOptions, "config">): Promise<StandaloneServer<RunningHost>> {
  if (app === undefined) throw new CannotStart("Say which function app the host runs: --app FOLDER.");
  const server = await startHost({
    appRoot: app,
    port,
    dir: `${dir}/host`,
    log: (level, category, message) => process.stderr.write(`${level} ${category}: ${message}\n`),
  });
  return { server, line: { ready: true, endpoint: server.endpoint, key: server.masterKey } };
}
