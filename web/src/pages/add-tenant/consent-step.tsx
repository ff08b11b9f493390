import type { ReactElement } from "react";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { ConsentLinks } from "../consent-links.tsx";
import { ConsentProgress } from "../consent-progress.tsx";
import { PageBody } from "../page-body.tsx";
import { TenantState } from "../tenant-state.tsx";
import { useListedTenant } from "./use-listed-tenant.ts";

/** The consent of a tenant that was added: links for its administrator, and what came of them. */
export function ConsentStep({ tenantId }: { readonly tenantId: string }): ReactElement {
  const spoken = useSpoken();
  const { addTenant, tenants } = spoken.words;
  const { tenant, problem, tryAgain } = useListedTenant(tenantId);
  return (
    <PageBody>
      <PageHeader
        page={`add-tenant ${tenantId}`}
        title={tenant === undefined ? addTenant.title : addTenant.consentOf(tenant.name)}
        crumbs={[{ text: tenants.title, href: "/tenants" }]}
        beside={tenant && <TenantState tenant={tenant} spoken={spoken} />}
      />
      <PageStates hasData={tenant !== undefined} problem={problem} onTryAgain={tryAgain}>
        {tenant && (
          <PageBody>
            <ConsentLinks tenantId={tenantId} off={undefined} />
            <ConsentProgress tenant={tenant} />
          </PageBody>
        )}
      </PageStates>
    </PageBody>
  );
}
