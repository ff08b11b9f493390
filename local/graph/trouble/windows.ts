import type { ServiceGroup } from "../collection.ts";
import { GraphRefusal } from "../graph-refusal.ts";

export type Windows = {
  /** `documented` refuses what the service's published limits refuse; `none` refuses nothing. */
  set(limits: Limits): void;
  /** Counts a request and throws when a window is full. Refused requests count too. */
  check(call: WindowCall): void;
};

export type Limits = "documented" | "none";

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
  readonly saysRetryAfter: boolean;
};

const perApp = { windowMs: 20_000, isShared: false, saysRetryAfter: true };
const perTenant = { ...perApp, isShared: true };

/** https://learn.microsoft.com/graph/throttling-limits, Intune: each service group has the same table. */
const intune: readonly Window[] = [
  { ...perApp, requests: 1000, writesOnly: false },
  { ...perTenant, requests: 2000, writesOnly: false },
  { ...perApp, requests: 100, writesOnly: true },
  { ...perTenant, requests: 200, writesOnly: true },
];

const windows: Readonly<Record<ServiceGroup, readonly Window[]>> = {
  deviceConfiguration: intune,
  settingsCatalog: intune,
  applications: intune,
  managedApplications: intune,
  enrollment: intune,
  notifications: intune,
  rbac: intune,
  // Windows 365 publishes no figures of its own.
  cloudPc: intune,
  identity: [{ requests: 3500, windowMs: 10_000, isShared: false, writesOnly: false, saysRetryAfter: true }],
  // One a second for the whole tenant, and no word about when to come back (graph-facts 2.1).
  conditionalAccess: [{ requests: 1, windowMs: 1000, isShared: true, writesOnly: false, saysRetryAfter: false }],
  // Resource units of a small tenant; a read of groups costs one.
  directory: [{ requests: 3500, windowMs: 10_000, isShared: false, writesOnly: false, saysRetryAfter: true }],
};

export function makeWindows(nowMs: () => number): Windows {
  const seen = new Map<string, number[]>();
  let limits: Limits = "none";

  function isFull(key: string, { requests, windowMs }: Window): boolean {
    const now = nowMs();
    const recent = (seen.get(key) ?? []).filter((at) => at > now - windowMs);
    recent.push(now);
    seen.set(key, recent);
    return recent.length > requests;
  }

  return {
    set(next) {
      limits = next;
      seen.clear();
    },
    check({ tenantId, clientId, serviceGroup, isWrite }) {
      if (limits === "none") return;
      const counted = windows[serviceGroup].filter((window) => isWrite || !window.writesOnly);
      const full = counted.filter((window) => {
        const who = window.isShared ? tenantId : `${tenantId} ${clientId}`;
        return isFull(`${who} ${serviceGroup} ${window.writesOnly}`, window);
      });
      const [first] = full;
      if (!first) return;
      const headers = first.saysRetryAfter ? { "Retry-After": String(first.windowMs / 1000) } : {};
      throw new GraphRefusal(429, "TooManyRequests", "Too many requests; wait before the next one.", { ...headers });
    },
  };
}
