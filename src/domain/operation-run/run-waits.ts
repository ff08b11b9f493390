import { z } from "zod";
import { type GroupWait, groupWaitSchema } from "./group-progress.ts";
import type { OperationRun } from "./operation-run.ts";

/** Where a fleet run says whether it waits, as runs of a tenant do for a service group. */
export const fleetGroup = "tenants";

/** One service group of a run that does not go on now. */
export const runWaitSchema = groupWaitSchema.extend({
  group: z.string(),
  /** The same as a sentence, with the time in UTC. */
  message: z.string(),
});

export type RunWait = z.infer<typeof runWaitSchema>;

/** What a run does now; `none` once it has ended. */
export const activitySchema = z.enum(["none", "queued", "working", "throttled", "waiting", "stalled"]);

export type Activity = z.infer<typeof activitySchema>;

/** When somebody looks, and after how long without a heartbeat a run counts as stalled, in milliseconds. */
export type ViewedAt = { readonly nowMs: number; readonly silentAfterMs: number };

/** Waits that are not over, the longest first: what a dead worker said last does not stay true for ever. */
export function waitsOf(run: OperationRun, { nowMs }: Pick<ViewedAt, "nowMs">): RunWait[] {
  if (run.status !== "running") return [];
  return Object.entries(run.progress)
    .flatMap(([group, { waiting }]) =>
      waiting !== null && Date.parse(waiting.until) > nowMs
        ? [{ group, ...waiting, message: messageOf(group, waiting) }]
        : [],
    )
    .toSorted((a, b) => (a.until > b.until ? -1 : 1));
}

/**
 * One word for a run. Silence is `stalled`, whatever was said before it; a run of which one group is limited by Graph is
 * `throttled`, also while its other groups go on.
 */
export function activityOf(run: OperationRun, viewing: ViewedAt): Activity {
  if (run.status === "completed") return "none";
  if (run.status === "queued") return run.waitingFor === null ? "queued" : "waiting";
  const lastHeartbeat = run.heartbeatAt ?? run.startedAt ?? run.createdAt;
  if (viewing.nowMs - Date.parse(lastHeartbeat) > viewing.silentAfterMs) return "stalled";
  const reasons = waitsOf(run, viewing).map(({ reason }) => reason);
  if (reasons.includes("throttled")) return "throttled";
  return reasons.length > 0 ? "waiting" : "working";
}

function messageOf(group: string, { reason, until }: GroupWait): string {
  const time = `${until.slice(11, 19)} UTC`;
  const name = group.replace(/[A-Z]+/g, (capitals) => ` ${capitals.toLowerCase()}`);
  if (reason === "throttled") return `Waiting for Microsoft Graph until ${time}, ${name}.`;
  if (reason === "paced") return `Waiting until ${time} to keep the limits of Microsoft Graph, ${name}.`;
  if (reason === "busy" && group === fleetGroup) return `Waiting until ${time}: other fleets have all slots.`;
  if (reason === "busy") return `Waiting until ${time}, ${name} is being read already.`;
  if (reason === "paused") return `Requests to Microsoft Graph are paused; looks again at ${time}, ${name}.`;
  return `Waiting until ${time}, ${name}.`;
}
