import { z } from "zod";
import type { ServiceGroup } from "../collection.ts";
import { GraphError } from "../graph-error.ts";

export type Windows = {
  /** `documented` refuses what the service's published limits refuse; `none` refuses nothing. */
  set(limits: Limits): void;
  /** Counts a request and throws when a window is full. Refused requests count too. */
  check(call: WindowCall): void;
};

const ownSchema = z.strictObject({
  /** How many requests an application may make of a tenant in a window. */
  requests: z.int().min(0),
  windowMs: z.int().positive(),
  /** `Retry-After` in whole seconds, in a fraction as some services answer, or not at all. */
  retryAfter: z.enum(["whole", "fractional", "none"]).default("whole"),
});

/** The published limits, none, or own ones by service group; groups that are not named have none then. */
export const limitsSchema = z.union([z.enum(["documented", "none"]), z.record(z.string(), ownSchema)]);

export type Limits = z.input<typeof limitsSchema>;

export type WindowCall = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly serviceGroup: ServiceGroup;
  readonly isWrite: boolean;
};

type Window = {
  readonly requests: number;
  readonly windowMs: number;
  /** One window for all applications of the tenant, or one each. */
  readonly isShared: boolean;
  readonly writesOnly: boolean;
  readonly retryAfter: "whole" | "fractional" | "none";
};

const perApp = { windowMs: 20_000, isShared: false, retryAfter: "whole" } as const;
const perTenant = { ...perApp, isShared: true };

/** https://learn.microsoft.com/graph/throttling-limits, Intune: each service group has the same table. */
const intune: readonly Window[] = [
  { ...perApp, requests: 1000, writesOnly: false },
  { ...perTenant, requests: 2000, writesOnly: false },
  { ...perApp, requests: 100, writesOnly: true },
  { ...perTenant, requests: 200, writesOnly: true },
];

const documented: Readonly<Record<ServiceGroup, readonly Window[]>> = {
  deviceConfiguration: intune,
  deviceConfigurationV2: intune,
  applications: intune,
  managedApplications: intune,
  enrollment: intune,
  notifications: intune,
  rbac: intune,
  // Windows 365 publishes no figures of its own.
  cloudPc: intune,
  identity: [{ requests: 3500, windowMs: 10_000, isShared: false, writesOnly: false, retryAfter: "whole" }],
  // One a second for the whole tenant, and no word about when to come back (graph.md 2.1).
  conditionalAccess: [{ requests: 1, windowMs: 1000, isShared: true, writesOnly: false, retryAfter: "none" }],
  // Resource units of a small tenant; a read of groups costs one.
  directory: [{ requests: 3500, windowMs: 10_000, isShared: false, writesOnly: false, retryAfter: "whole" }],
};

export function makeWindows(nowMs: () => number): Windows {
  const seen = new Map<string, number[]>();
  let windows: Readonly<Record<string, readonly Window[]>> = {};

  function isFull(key: string, { requests, windowMs }: Window): boolean {
    const now = nowMs();
    const recent = (seen.get(key) ?? []).filter((at) => at > now - windowMs);
    recent.push(now);
    seen.set(key, recent);
    return recent.length > requests;
  }

  return {
    set(next) {
      windows = windowsOf(next);
      seen.clear();
    },
    check({ tenantId, clientId, serviceGroup, isWrite }) {
      const counted = (windows[serviceGroup] ?? []).filter((window) => isWrite || !window.writesOnly);
      const full = counted.filter((window) => {
        const who = window.isShared ? tenantId : `${tenantId} ${clientId}`;
        return isFull(`${who} ${serviceGroup} ${window.writesOnly}`, window);
      });
      const [first] = full;
      if (!first) return;
      const message = "Too many requests; wait before the next one.";
      throw new GraphError(429, "TooManyRequests", message, retryHeader(first));
    },
  };
}

function windowsOf(limits: Limits): Readonly<Record<string, readonly Window[]>> {
  const parsed = limitsSchema.parse(limits);
  if (parsed === "none") return {};
  if (parsed === "documented") return documented;
  const unknown = Object.keys(parsed).find((group) => !Object.hasOwn(documented, group));
  if (unknown !== undefined) throw new Error(`There is no service group ${unknown}.`);
  const toWindow = (own: z.output<typeof ownSchema>): Window => ({ ...own, isShared: false, writesOnly: false });
  return Object.fromEntries(Object.entries(parsed).map(([group, own]) => [group, [toWindow(own)]]));
}

function retryHeader({ retryAfter, windowMs }: Window): Readonly<Record<string, string>> {
  if (retryAfter === "none") return {};
  const seconds = windowMs / 1000;
  return { "Retry-After": retryAfter === "whole" ? String(Math.ceil(seconds)) : seconds.toFixed(3) };
}
