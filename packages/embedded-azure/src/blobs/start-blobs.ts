import type { IncomingMessage } from "node:http";
import type { Access } from "../access/access.ts";
import type { RunningServer, TlsFiles } from "../running-server.ts";
import { listen } from "../tls/listen.ts";
import { answerRequest, type ServerContext } from "./answer-request.ts";
import { type AccountOptions, type BlobsControl, type OpenAccount, openAccount } from "./open-account.ts";

export type BlobsOptions = AccountOptions & {
  /** 0 takes a free one. */
  readonly port: number;
  readonly tls?: TlsFiles | undefined;
  /** Without it every token is refused. */
  readonly access?: Access | undefined;
  readonly nowMs?: () => number;
};

/** An account as clients see it. */
export type BlobAccount = {
  /** Ends with the account's name. */
  readonly endpoint: string;
  readonly account: string;
  readonly key: string;
  readonly control: BlobsControl;
};

export type RunningBlobs = RunningServer &
  BlobAccount & {
    /** Opens another account on the same port, with a key, containers and rules of its own; it ends with the server. */
    readonly addAccount: (options: AccountOptions) => Promise<BlobAccount>;
  };

/** Starts the blob service with one account. */
export async function startBlobs(options: BlobsOptions): Promise<RunningBlobs> {
  const signIn = { access: options.access, nowMs: options.nowMs ?? Date.now };
  const first = await openAccount(options, signIn);
  const accounts = new Map([[first.account, first]]);
  const closeAccounts = () => {
    for (const { close } of accounts.values()) close();
  };
  const contextOf = (request: IncomingMessage): ServerContext => (accounts.get(accountIn(request)) ?? first).context;
  const server = await serve(contextOf, options).catch((error: unknown) => {
    closeAccounts();
    throw error;
  });
  const close = async () => {
    await server.close();
    closeAccounts();
  };
  const toAccount = ({ account, key, control }: OpenAccount): BlobAccount => ({
    endpoint: `${server.endpoint}/${account}`,
    account,
    key,
    control,
  });
  return {
    ...toAccount(first),
    port: server.port,
    close,
    [Symbol.asyncDispose]: close,
    addAccount: async (more) => {
      const opened = await openAccount(more, signIn);
      accounts.set(opened.account, opened);
      return toAccount(opened);
    },
  };
}

/** The first part of the path; what names no account is refused where the rest of the address is read. */
function accountIn({ url = "/" }: IncomingMessage): string {
  return /^\/([^/?]*)/.exec(url)?.[1] ?? "";
}

function serve(
  contextOf: (request: IncomingMessage) => ServerContext,
  { port, tls }: Pick<BlobsOptions, "port" | "tls">,
): Promise<RunningServer> {
  return listen(
    (request, response) => {
      // Only an answer that can no longer be sent fails here: the other side is gone, or learns it by the cut.
      answerRequest(contextOf(request), request, response).catch(() => response.destroy());
    },
    { port, tls },
  );
}
