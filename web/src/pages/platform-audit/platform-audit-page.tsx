import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { usePlatformAudit } from "../../api/audit.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import type { FilterValues } from "../../parts/filter.ts";
import { useSpoken, useWords } from "../../words/use-words.ts";
import { actionOf, auditColumns } from "../audit-columns.tsx";
import { auditFilters, toAuditFilters } from "../audit-filters.ts";
import { AuditPane } from "../audit-pane.tsx";
import { ListPage } from "../list-page.tsx";
import { openHref } from "../open-href.ts";
import { PlatformOnly } from "../platform-only.tsx";

const route = getRouteApi("/platform/audit");

/** What was done on the platform, and who was refused without being a member of a tenant. */
export function PlatformAuditPage(): ReactElement {
  const { platformTitle } = useWords().audit;
  return (
    <PlatformOnly page="platform-audit" title={platformTitle}>
      <PlatformAudit />
    </PlatformOnly>
  );
}

function PlatformAudit(): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const words = spoken.words.audit;
  const list = usePlatformAudit(toAuditFilters(search));
  const { open } = search;
  const onValues = (values: FilterValues): void => void navigate({ search: { ...search, ...values } });
  return (
    <ListPage
      page="platform-audit"
      title={words.platformTitle}
      lead={words.platformLead}
      filters={auditFilters(spoken.words)}
      values={search}
      onValues={onValues}
      list={list}
      columns={auditColumns(spoken)}
      keyOf={({ id }) => id}
      nameOf={(entry) => actionOf(entry, spoken)}
      hrefOf={({ id }) => openHref("/platform/audit", search, id)}
      empty={<EmptyState title={words.emptyTitle}>{words.platformEmpty}</EmptyState>}
      pane={
        open && (
          <AuditPane
            tenantId="platform"
            entryId={open}
            entry={list.items.find(({ id }) => id === open)}
            onClose={() => onValues({ open: undefined })}
          />
        )
      }
    />
  );
}
