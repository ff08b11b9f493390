import { join } from "node:path";
import { type Stack, type StackOptions, startStack } from "../../local/stack.ts";
import { anInsights, type Insights } from "./an-insights.ts";

/** The whole product, and all that it tells anybody beside its answers and its stores, from its start on. */
export type WatchedStack = Stack & {
  readonly dataDir: string;
  readonly told: {
    /** Lines of both apps. */
    readonly log: readonly string[];
    readonly telemetry: Pick<Insights, "envelopes">;
    /** Messages that queues took, as their bytes. */
    readonly messages: readonly string[];
  };
};

/** Starts the product with telemetry, and keeps what it tells. */
export async function startWatchedStack(options: StackOptions): Promise<WatchedStack> {
  await using started = new AsyncDisposableStack();
  const telemetry = started.use(await anInsights(join(options.dataDir, "tls")));
  const log: string[] = [];
  const messages: string[] = [];
  const settings = { ...options.settings, APPLICATIONINSIGHTS_CONNECTION_STRING: telemetry.connectionString };
  const stack = started.use(await startStack({ ...options, settings, log: (line) => void log.push(line) }));
  stack.servers.serviceBus.control.onSend((_queue, message) => void messages.push(message.toString("latin1")));
  const all = started.move();
  const close = (): Promise<void> => all.disposeAsync();
  const told = { log, telemetry, messages };
  return { ...stack, dataDir: options.dataDir, told, close, [Symbol.asyncDispose]: close };
}
