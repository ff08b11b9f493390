import { parseArgs } from "node:util";
import { type RunningCosmos, startCosmos } from "./start-cosmos.ts";

/** Starts the server by itself and prints one JSON line when it answers: `{ready, endpoint, key}`. */
export async function startAlone(options: { readonly port: number; readonly dir: string }): Promise<RunningCosmos> {
  const server = await startCosmos(options);
  console.log(JSON.stringify({ ready: true, endpoint: server.endpoint, key: server.key }));
  return server;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: "string" }, data: { type: "string" } } });
  await startAlone({ port: Number(values.port ?? 0), dir: values.data ?? ".tenantpilot/cosmos" });
}
