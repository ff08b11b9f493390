import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAudit } from "../../api/audit.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import type { FilterValues } from "../../parts/filter.ts";
import { useSpoken } from "../../words/use-words.ts";
import { actionOf, auditColumns } from "../audit-columns.tsx";
import { auditFilters, toAuditFilters } from "../audit-filters.ts";
import { AuditPane } from "../audit-pane.tsx";
import { ListPage } from "../list-page.tsx";
import { openHref } from "../open-href.ts";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { LastVerification } from "./last-verification.tsx";
import { useAuditCommands } from "./use-audit-commands.tsx";

const route = getRouteApi("/tenants/$tenantId/audit");

/** Who did what in a tenant, the newest first. */
export function AuditPage(): ReactElement {
  const { tenantId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const words = spoken.words.audit;
  const filters = toAuditFilters(search);
  const list = useAudit(tenantId, filters);
  const { open } = search;
  const onValues = (values: FilterValues): void => void navigate({ search: { ...search, ...values } });
  return (
    <ListPage
      page="audit"
      title={words.title}
      crumbs={useTenantCrumbs(tenantId)}
      lead={words.lead}
      commands={useAuditCommands(tenantId, filters, list.isPaused)}
      above={<LastVerification tenantId={tenantId} />}
      filters={auditFilters(spoken.words)}
      values={search}
      onValues={onValues}
      list={list}
      columns={auditColumns(spoken)}
      keyOf={({ id }) => id}
      nameOf={(entry) => actionOf(entry, spoken)}
      hrefOf={({ id }) => openHref(`/tenants/${tenantId}/audit`, search, id)}
      empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      pane={
        open && (
          <AuditPane
            tenantId={tenantId}
            entryId={open}
            entry={list.items.find(({ id }) => id === open)}
            onClose={() => onValues({ open: undefined })}
          />
        )
      }
    />
  );
}
