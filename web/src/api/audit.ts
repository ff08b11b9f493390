import { useQuery } from "@tanstack/react-query";
import { useApi } from "./api-context.ts";
import type { AuditEntry, Operations } from "./operations.ts";
import { everyMs, poll } from "./poll.ts";
import { toQuery } from "./query.ts";
import { readWhole } from "./read-whole.ts";
import { runInterval, showsRuns } from "./run.ts";
import { useStart } from "./use-change.ts";
import { useFile } from "./use-file.ts";
import { type List, useList } from "./use-list.ts";

export type AuditFilters = Omit<Operations["listAudit"]["query"], "limit" | "page">;

/** What was done in a tenant, the newest first. */
export function useAudit(tenantId: string, filters: AuditFilters): List<AuditEntry> {
  return useList<AuditEntry>({
    key: ["listAudit", { tenantId }, filters],
    read: (callApi, page, signal) =>
      callApi("listAudit", { params: { tenantId }, query: { ...filters, ...page }, signal }),
    idOf: ({ id }) => id,
    interval: () => everyMs.overview,
  });
}

/** What was done on the platform, the newest first. */
export function usePlatformAudit(filters: AuditFilters): List<AuditEntry> {
  return useList<AuditEntry>({
    key: ["listPlatformAudit", {}, filters],
    read: (callApi, page, signal) => callApi("listPlatformAudit", { query: { ...filters, ...page }, signal }),
    idOf: ({ id }) => id,
    interval: () => everyMs.overview,
  });
}

/** Downloads all entries that the filters leave, as a table. */
export function useAuditTable(tenantId: string) {
  return useFile("audit.csv", (callApi, filters: AuditFilters) =>
    readWhole(
      (page) => callApi("exportAuditCsv", { params: { tenantId }, query: { ...filters, ...page } }),
      // Each answer is a table of its own, and begins with the names of its columns.
      async (more) => (await more.text()).replace(/^[^\n]*\n/, ""),
    ),
  );
}

/** The same as a line of JSON an entry. */
export function useAuditLines(tenantId: string) {
  return useFile("audit.ndjson", (callApi, filters: AuditFilters) =>
    readWhole(
      (page) => callApi("exportAuditNdjson", { params: { tenantId }, query: { ...filters, ...page } }),
      async (more) => more,
    ),
  );
}

/** Compares the audit with what it was sealed into, as a run. */
export function useVerifyAudit(tenantId: string) {
  return useStart(async (callApi, _input: object, key) => {
    const input = { params: { tenantId }, headers: { "Idempotency-Key": key } };
    return (await callApi("verifyAudit", input)).body;
  }, showsRuns);
}

/** The newest verification, on its way or ended; null when there was none. */
export function useNewestVerification(tenantId: string) {
  const query = { type: "audit.verify", limit: 1 } as const;
  return useQuery({
    ...toQuery(useApi(), "listOperations", { params: { tenantId }, query }),
    select: ({ body }) => body.items[0] ?? null,
    refetchInterval: poll((answer) => runInterval(answer?.body.items[0]) || everyMs.seldom),
  });
}
