import type { AuditEntryView } from "../../domain/audit/audit-entry.ts";
import type { AuditFilter } from "../../domain/audit/repository.ts";
import { mostRows, takePages } from "../../domain/paging/all-pages.ts";
import type { Page } from "../../domain/paging/page.ts";
import type { StoresFor } from "../../domain/store/tenant-stores.ts";
import type { TenantScope } from "../../domain/tenant-scope/tenant-scope.ts";

/** Audit entries that fit the filter from a page on, newest first, at most 10,000. */
export function exportAudit(
  { storesFor }: { readonly storesFor: StoresFor },
  scope: TenantScope,
  filter: AuditFilter,
  from: string | null,
): Promise<Page<AuditEntryView>> {
  const { audit } = storesFor(scope);
  return takePages((page) => audit.list(filter, page), mostRows, from);
}
