import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Access } from "../access/access.ts";
import { makeOperationCounts } from "../count-operations.ts";
import type { RunningServer, TlsFiles } from "../running-server.ts";
import { listen } from "../tls/listen.ts";
import { writeWhole } from "../tls/write-whole.ts";
import { answerRequest, type ServerContext } from "./answer-request.ts";
import { type Fault, makeFaults } from "./faults.ts";
import type { Retention } from "./rules/immutability.ts";
import { openStore } from "./store/open-store.ts";

export type BlobsOptions = {
  readonly dir: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly tls?: TlsFiles | undefined;
  /** Without it every token is refused. */
  readonly access?: Access | undefined;
  /** Base64; made once per data folder when absent. */
  readonly key?: string;
  readonly account: string;
  /** Containers that are there from the start: by token nobody can make one. */
  readonly provision?: readonly string[];
  /** What protects every new version that has no policy of its own, as an account's default does; default nothing. */
  readonly retention?: Retention;
  readonly nowMs?: () => number;
};

export type BlobsControl = {
  readonly injectStatus: (fault: Fault) => void;
  /** On: retention is accepted and forgotten in silence, as some emulators do. */
  readonly ignoreImmutability: (on: boolean) => void;
  /** Requests by operation and status since the start, such as `PutBlob 201`. */
  readonly counters: () => Readonly<Record<string, number>>;
};

export type RunningBlobs = RunningServer & {
  readonly account: string;
  readonly key: string;
  readonly control: BlobsControl;
};

/** Starts the blob service of one account. Its endpoint ends with the account's name. */
export async function startBlobs(options: BlobsOptions): Promise<RunningBlobs> {
  const { account, access, port, tls } = options;
  const nowMs = options.nowMs ?? Date.now;
  const store = await openStore(options.dir, nowMs);
  for (const name of options.provision ?? []) store.createContainer(name);
  const key = options.key ?? (await openKey(options.dir));
  const faults = makeFaults();
  const counters = makeOperationCounts<string>();
  const switches = { ignoresImmutability: false };
  const context: ServerContext = {
    account,
    store,
    nowMs,
    faults,
    credentials: { account, key, access },
    ...(options.retention && { retention: options.retention }),
    ignoresImmutability: () => switches.ignoresImmutability,
    count: (operation, status) => counters.count(`${operation} ${status}`),
  };
  const server = await serve(context, port, tls);
  const close = async () => {
    await server.close();
    store.close();
  };
  return {
    endpoint: `${server.endpoint}/${account}`,
    port: server.port,
    close,
    [Symbol.asyncDispose]: close,
    account,
    key,
    control: {
      injectStatus: faults.inject,
      ignoreImmutability: (on) => {
        switches.ignoresImmutability = on;
      },
      counters: counters.counts,
    },
  };
}

async function serve(context: ServerContext, port: number, tls: TlsFiles | undefined): Promise<RunningServer> {
  try {
    return await listen(
      (request, response) => {
        // Only an answer that can no longer be sent fails here: the other side is gone, or learns it by the cut.
        answerRequest(context, request, response).catch(() => response.destroy());
      },
      { port, tls },
    );
  } catch (error) {
    context.store.close();
    throw error;
  }
}

/** The account key of a data folder: 64 random bytes, as Azure's are. */
async function openKey(dir: string): Promise<string> {
  const path = join(dir, "account-key");
  const known = await readFile(path, "utf8").catch(() => undefined);
  if (known) return known;
  const key = randomBytes(64).toString("base64");
  await writeWhole(path, key, 0o600);
  return key;
}
