import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useReadiness } from "../../api/readiness.ts";
import { useTenant, useTenantSummary } from "../../api/tenant.ts";
import { oneOf } from "../../parts/address.ts";
import { CommandBar } from "../../parts/command-bar.tsx";
import { Freshness } from "../../parts/freshness.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageTabs } from "../../parts/page-tabs.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { PageBody } from "../page-body.tsx";
import { TenantState } from "../tenant-state.tsx";
import { useCompareCommand } from "../use-compare-command.tsx";
import { useTenantCommands } from "../use-tenant-commands.tsx";
import { useVerifyCommand } from "../use-verify-command.tsx";
import { OverviewTab } from "./overview-tab.tsx";
import { ReadinessTab } from "./readiness-tab.tsx";

const route = getRouteApi("/tenants/$tenantId");

const tabs = ["overview", "readiness"] as const;

/** A tenant: at a glance, and whether it may be read. */
export function TenantPage(): ReactElement {
  const { tenantId } = route.useParams();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const { words } = spoken;
  const tab = oneOf(tabs, route.useSearch().tab) ?? "overview";
  const summary = useTenantSummary(tenantId, tab === "overview");
  const readiness = useReadiness(tenantId, tab === "readiness");
  const { data: own } = useTenant(tenantId);
  const tenant = summary.data?.tenant ?? own;
  const { snapshot, sync, pause, resume, dialog } = useTenantCommands(tenant ? [tenant] : []);
  const verify = useVerifyCommand(tenantId);
  const compare = useCompareCommand(tenantId, "newest");
  const shown = tab === "overview" ? summary : readiness;
  return (
    <PageBody>
      <PageHeader
        page={`tenant ${tenantId}`}
        title={tenant?.name ?? tenantId}
        crumbs={[{ text: words.tenants.title, href: "/tenants" }]}
        beside={
          <>
            {tenant && <TenantState tenant={tenant} spoken={spoken} />}
            <Freshness at={shown.dataUpdatedAt} onRefresh={() => void shown.refetch()} />
          </>
        }
      >
        <CommandBar commands={[snapshot, sync, compare, verify, tenant?.paused ? resume : pause]} />
      </PageHeader>
      <PageTabs
        label={words.tenant.views}
        tabs={[
          { id: "overview", text: words.tenant.title },
          { id: "readiness", text: words.readiness.title },
        ]}
        chosen={tab}
        onChoose={(id) => void navigate({ search: id === "overview" ? {} : { tab: id } })}
      >
        {tab === "overview" ? (
          <OverviewTab query={summary} sync={sync} />
        ) : (
          <ReadinessTab tenantId={tenantId} query={readiness} verify={verify} />
        )}
      </PageTabs>
      {dialog}
    </PageBody>
  );
}
