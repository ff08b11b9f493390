import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import type { Tenant } from "../../api/operations.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { useShowToast } from "../../parts/toasts.tsx";
import { useWords } from "../../words/use-words.ts";
import { PageBody } from "../page-body.tsx";
import { PlatformOnly } from "../platform-only.tsx";
import { ConsentStep } from "./consent-step.tsx";
import { NewTenantForm } from "./new-tenant-form.tsx";

const route = getRouteApi("/tenants/new");

/** How a customer comes in. The address keeps which tenant it is, so that its consent can be left and come back to. */
export function AddTenantPage(): ReactElement {
  const { tenant } = route.useSearch();
  const { title, right, off } = useWords().addTenant;
  return (
    <PlatformOnly page="add-tenant" title={title} refusal={{ kind: "forbidden", missingRight: right, help: off }}>
      {tenant === undefined ? <NewTenant /> : <ConsentStep key={tenant} tenantId={tenant} />}
    </PlatformOnly>
  );
}

function NewTenant(): ReactElement {
  const { addTenant, tenants } = useWords();
  const navigate = route.useNavigate();
  const show = useShowToast();
  const added = ({ id, name }: Tenant): void => {
    show({ title: addTenant.form.added(name), intent: "success" });
    void navigate({ search: { tenant: id }, replace: true });
  };
  return (
    <PageBody>
      <PageHeader
        page="add-tenant"
        title={addTenant.title}
        crumbs={[{ text: tenants.title, href: "/tenants" }]}
        lead={addTenant.lead}
      />
      <NewTenantForm onAdded={added} />
    </PageBody>
  );
}
