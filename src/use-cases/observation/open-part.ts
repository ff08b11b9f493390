import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { Part } from "../../domain/observation/part.ts";
import { toStagingText } from "../../domain/observation/staged-entry.ts";
import type { GroupWork } from "../../domain/observation/steps.ts";
import type { TenantStores } from "../../domain/store/tenant-stores.ts";
import { WorkStopped } from "../run/keep-alive.ts";
import type { ReadType } from "./observe-types.ts";

type PartDeps = {
  readonly stores: Pick<TenantStores, "parts" | "staging">;
  readonly clock: Clock;
  readonly takeRequests: () => number;
};

/** What an activity reads of its service group, until it leaves it behind. */
export type OpenPart = {
  readonly add: (types: readonly ReadType[]) => void;
  /** Leaves the part behind. `ended`: all of the group was read, and this is how far it is. */
  readonly leave: (end: Pick<Part, "ended">) => Promise<void>;
  /**
   * Leaves behind what is finished, when something stopped the rest. Nothing when somebody else holds the run by now;
   * what cannot be left is read again, and what stopped the rest counts more.
   */
  readonly leaveEarly: (reason: unknown) => Promise<void>;
};

export function openPart(
  { stores, clock, takeRequests }: PartDeps,
  { runId, attempt, group }: GroupWork,
  partsBefore: number,
): OpenPart {
  const from = isoTime(clock.nowMs());
  const read: ReadType[] = [];
  const sum = (value: (type: ReadType) => number): number => read.reduce((total, type) => total + value(type), 0);

  async function leave(end: Pick<Part, "ended">): Promise<void> {
    const lines = read.flatMap((type) => type.lines);
    const staging = lines.length === 0 ? null : await stores.staging.put(runId, toStagingText(lines));
    const part = {
      runId,
      attempt,
      group,
      types: read.map(({ result }) => result),
      ...end,
      staging,
      window: { from, to: isoTime(clock.nowMs()) },
      objectsAdded: sum(({ objectsAdded }) => objectsAdded),
      bytesAdded: sum(({ bytesAdded }) => bytesAdded),
      graphRequests: takeRequests(),
    };
    await stores.parts.add(part, partsBefore);
  }

  return {
    add: (types) => void read.push(...types),
    leave,
    leaveEarly: async (reason) => {
      const isLost = reason instanceof WorkStopped && reason.why.kind === "ended";
      if (read.length > 0 && !isLost) await leave({}).catch(() => undefined);
    },
  };
}
