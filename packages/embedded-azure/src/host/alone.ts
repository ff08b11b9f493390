import { type RunningHost, startHost } from "./start-host.ts";

export type AloneOptions = {
  readonly port: number;
  readonly dir: string;
  /** Folder of the function app. */
  readonly appRoot: string;
  /** The master key; absent = a new one each start. */
  readonly key?: string;
};

/** The host and the line that announces it (`ready`, its address, its master key). */
export type HostAlone = { readonly server: RunningHost; readonly line: Readonly<Record<string, unknown>> };

/** One app without the rest of the stack, in the caller's own process. Log lines go to stderr. */
export async function startHostAlone({ port, dir, appRoot, key }: AloneOptions): Promise<HostAlone> {
  const server = await startHost({
    appRoot,
    port,
    dir: `${dir}/host`,
    ...(key === undefined ? {} : { masterKey: key }),
    log: (level, category, message) => process.stderr.write(`${level} ${category}: ${message}\n`),
  });
  return { server, line: { ready: true, endpoint: server.endpoint, key: server.masterKey } };
}
