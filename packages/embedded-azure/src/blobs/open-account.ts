import { join } from "node:path";
import type { Access } from "../access/access.ts";
import { openKey } from "../open-key.ts";
import { makeOperationCounts } from "../operation-counts.ts";
import type { ServerContext } from "./answer-request.ts";
import { type Fault, makeFaults } from "./faults.ts";
import type { Retention } from "./rules/immutability.ts";
import { deleteAged, type Lifecycle } from "./rules/lifecycle.ts";
import { openStore } from "./store/open-store.ts";

export type AccountOptions = {
  readonly dir: string;
  readonly account: string;
  /** Base64; made once per data folder when absent. */
  readonly key?: string;
  /** Containers that are there from the start: by token nobody can make one. */
  readonly provision?: readonly string[];
  /** What protects every new version that has no policy of its own, as an account's default does; default nothing. */
  readonly retention?: Retention;
  /** What is deleted for its age, looked for at the start and once a day, as the service does; default nothing. */
  readonly lifecycle?: Lifecycle;
};

export type BlobsControl = {
  readonly injectStatus: (fault: Fault) => void;
  /** On: retention is accepted and forgotten in silence, as some emulators do. */
  readonly ignoreImmutability: (on: boolean) => void;
  /** Requests by operation and status since the start, such as `PutBlob 201`. */
  readonly counters: () => Readonly<Record<string, number>>;
};

/** One account of the server: whom it lets in, what it keeps. */
export type OpenAccount = {
  readonly account: string;
  readonly key: string;
  readonly context: ServerContext;
  readonly control: BlobsControl;
  readonly close: () => void;
};

const dayMs = 86_400_000;

export async function openAccount(
  options: AccountOptions,
  { access, nowMs }: { readonly access: Access | undefined; readonly nowMs: () => number },
): Promise<OpenAccount> {
  const { account, dir, lifecycle = {} } = options;
  const store = await openStore(dir, nowMs);
  for (const name of options.provision ?? []) store.createContainer(name);
  await deleteAged(store, lifecycle, nowMs());
  const sweep = () => {
    deleteAged(store, lifecycle, nowMs()).catch((error: unknown) => console.error("blobs:", error));
  };
  const daily = setInterval(sweep, dayMs).unref();
  const key = options.key ?? (await openKey(join(dir, "account-key"), 64));
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
  const control: BlobsControl = {
    injectStatus: faults.inject,
    ignoreImmutability: (on) => {
      switches.ignoresImmutability = on;
    },
    counters: counters.counts,
  };
  const close = () => {
    clearInterval(daily);
    store.close();
  };
  return { account, key, context, control, close };
}
