/** Everything that this host carries out, by the names under which it counts (local/surface.md). */
export const hostOperations = [
  "httpTrigger",
  "timerTrigger",
  "serviceBusTrigger",
  "orchestrationTrigger",
  "activityTrigger",
  "durableClient",
  "preInvocation",
  "postInvocation",
  "GET /admin/host/status",
  "POST /admin/host/drain",
  "GET /admin/host/drain/status",
  "POST /admin/functions/{name}",
  "GET /admin/durable/idle",
  "POST /admin/durable/skip",
  "GET /admin/operations",
] as const;

export type HostOperation = (typeof hostOperations)[number];

/** The operation of that name, which ignores case for types of triggers and bindings; undefined for one that is not served. */
export function hostOperationOf(name: string): HostOperation | undefined {
  return hostOperations.find((operation) => operation.toLowerCase() === name.toLowerCase());
}
