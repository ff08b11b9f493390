import type { Access } from "@tenantpilot/embedded-azure/access";
import type { RunningServer, TlsFiles } from "@tenantpilot/embedded-azure/running-server";
import { listen } from "@tenantpilot/embedded-azure/tls/listen";
import { makeCatalog } from "./catalog.ts";
import { type GraphControl, makeControl } from "./control.ts";
import { makeCounters } from "./counters.ts";
import { makeFaults } from "./faults/faults.ts";
import { makeLateCreates } from "./faults/late-creates.ts";
import { makeLatency } from "./faults/make-latency.ts";
import { collectionsWithout, type Quirk } from "./faults/quirks.ts";
import { makeThrottles } from "./faults/throttles.ts";
import { makeWindows } from "./faults/windows.ts";
import type { SimulatedContract } from "./simulated-contract.ts";
import { makeStore } from "./store/make-store.ts";
import { openDatabase } from "./store/open-database.ts";
import { makeAnswerControl } from "./wire/answer-control.ts";
import { makeAuthenticate } from "./wire/authenticate.ts";
import { toMatchText } from "./wire/graph-request.ts";
import { makeListener } from "./wire/make-listener.ts";
import { isBatch, makeRequestHandler } from "./wire/make-request-handler.ts";

export type GraphOptions = {
  /** Folder of this server's data; created when missing. */
  readonly dir: string;
  /** 0 is any free port. */
  readonly port: number;
  /** The object types that are served beside those that are written here. */
  readonly contracts: readonly SimulatedContract[];
  readonly tls?: TlsFiles;
  /** Who the callers are; without it the bearer `tenant:<guid>` names the tenant itself. */
  readonly access?: Access;
  /** Each request waits so long before it is carried out, in ms, and a batch twice as long. Default 0. */
  readonly latencyMs?: number;
  /** Opens `/_control` to requests with this `x-control-key`; without it there is none. */
  readonly controlKey?: string;
  /** Ms since 1970. Default `Date.now`. */
  readonly nowMs?: () => number;
};

// A batch waits so many times as long as a request, as Graph's own do.
const batchLatencyFactor = 2;

export type RunningGraph = RunningServer & { readonly control: GraphControl };

/** Starts a Microsoft Graph on 127.0.0.1. An answered write survives the death of the process. */
export async function startGraph(options: GraphOptions): Promise<RunningGraph> {
  const database = openDatabase(options.dir);
  try {
    const { listener, control } = makeServer(makeStore(database), options);
    const server = await listen(listener, options);
    let closing: Promise<void> | undefined;
    const close = (): Promise<void> => {
      closing ??= server.close().then(() => database.close());
      return closing;
    };
    return { endpoint: server.endpoint, port: server.port, control, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    database.close();
    throw error;
  }
}

function makeServer(store: ReturnType<typeof makeStore>, options: GraphOptions) {
  const { access, controlKey, nowMs = Date.now } = options;
  const latency = makeLatency(options.latencyMs);
  const catalog = makeCatalog(options.contracts);
  let rows = catalog.collections;
  const setQuirksOff = (off: readonly Quirk[]) => {
    rows = collectionsWithout(catalog.collections, new Set(off));
  };
  let directoryMs = 0;
  const setDirectoryDelay = (ms: number) => {
    directoryMs = ms;
  };
  const directoryDelayMs = () => directoryMs;
  let generation = 0;
  const forgetChanges = () => {
    generation += 1;
  };
  const [counters, throttles, faults] = [makeCounters(), makeThrottles(), makeFaults()];
  const [windows, lateCreates] = [makeWindows(nowMs), makeLateCreates(nowMs)];
  const deps = {
    store,
    catalog,
    counters,
    throttles,
    faults,
    windows,
    lateCreates,
    directoryDelayMs,
    generation: () => generation,
    nowMs,
    rows: () => rows,
  };
  const control = makeControl({ ...deps, setLatency: latency.set, setQuirksOff, setDirectoryDelay, forgetChanges });
  const listener = makeListener({
    authenticate: makeAuthenticate(access),
    handle: makeRequestHandler(deps),
    answerControl: makeAnswerControl(control, controlKey),
    counters,
    waitFor: (request) => latency.wait(isBatch(request) ? batchLatencyFactor : 1, faults.waitMs(toMatchText(request))),
    scheme: options.tls ? "https" : "http",
    nowMs,
  });
  return { listener, control };
}
