import { setTimeout as pause } from "node:timers/promises";
import type { Stack } from "../../local/stack.ts";
import type { ApiClient } from "../../tools/demo/api-client.ts";
import type { Insights } from "../../tools/stack/an-insights.ts";

/** What some work used of what Azure bills. */
export type Usage = {
  readonly requestUnits: number;
  readonly databaseRequests: number;
  /** Operations on blobs that Azure bills as writes; refused ones are billed too. */
  readonly blobWrites: number;
  readonly blobReads: number;
  readonly telemetryRecords: number;
  /** Of the records as they are sent, in KB of 1,000 bytes. */
  readonly telemetryKb: number;
};

export type RunUsage = Usage & {
  readonly objects: number;
  readonly bytesAdded: number;
  readonly graphRequests: number;
  /** From the first to the last moment at which a message or an activity of the run was handled, in seconds. */
  readonly workerSeconds: number;
};

type Deps = { readonly stack: Stack; readonly insights: Insights };

// Spans leave a process within five seconds of their end.
const flushMs = 6_500;

/** What the work uses, its telemetry included. */
export async function usageOf<T>({ stack, insights }: Deps, work: () => Promise<T>): Promise<[T, Usage]> {
  const { cosmos, blobs, transientBlobs } = stack.servers;
  const countOperations = (): [string, number][] =>
    [blobs, transientBlobs].flatMap(({ account, control }) =>
      Object.entries(control.counters()).map(([operation, count]): [string, number] => [
        `${operation} ${account}`,
        count,
      ]),
    );
  cosmos.control.resetCharges();
  const blobsBefore = new Map(countOperations());
  const sentBefore = insights.envelopes().length;
  const result = await work();
  const { total } = cosmos.control.charges();
  const blobsAfter = countOperations();
  await pause(flushMs);
  const sent = insights.envelopes().slice(sentBefore);
  const counted = (isWanted: (operation: string) => boolean): number =>
    blobsAfter
      .filter(([operation]) => isWanted(operation))
      .reduce((sum, [operation, count]) => sum + count - (blobsBefore.get(operation) ?? 0), 0);
  const isWrite = (operation: string): boolean => /^(?:Put|Append|Copy)/.test(operation);
  const usage = {
    requestUnits: total.requestUnits,
    databaseRequests: total.requests,
    blobWrites: counted(isWrite),
    blobReads: counted((operation) => !isWrite(operation)),
    telemetryRecords: sent.length,
    telemetryKb: sent.reduce((sum, each) => sum + JSON.stringify(each).length, 0) / 1_000,
  };
  return [result, usage];
}

/** Takes a snapshot, and reports what it used. */
export async function usageOfSnapshot(deps: Deps, client: ApiClient): Promise<RunUsage> {
  const [run, usage] = await usageOf(deps, async () => {
    const { id } = await client.startSnapshot("measured");
    await deps.stack.drain();
    return client.run(id);
  });
  if (run.outcome !== "succeeded") throw new Error(`The run ended as ${run.outcome}.`);
  const result = run.result ?? {};
  return {
    ...usage,
    objects: run.counts.succeeded,
    bytesAdded: result.bytesAdded ?? 0,
    graphRequests: result.graphRequests ?? 0,
    workerSeconds: workerSecondsOf(deps.insights, run.id),
  };
}

/** One instance does all steps of a run side by side, and is billed while any of them is at work. */
function workerSecondsOf(insights: Insights, runId: string): number {
  const spans = insights
    .envelopes()
    .flatMap(({ time, data }) => {
      const { name, duration, properties } = Object(data.baseData);
      const isStep = /^(?:message|activity) /.test(String(name));
      if (!isStep || properties["tenantpilot.run_id"] !== runId) return [];
      const [, hours, minutes, seconds] = /^0\.(\d+):(\d+):([\d.]+)$/.exec(duration) ?? [];
      const from = Date.parse(time);
      return [{ from, to: from + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 }];
    })
    .toSorted((one, other) => one.from - other.from);
  let [busyMs, until] = [0, 0];
  for (const { from, to } of spans) {
    busyMs += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return busyMs / 1_000;
}
