import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useSettings } from "../../api/settings.ts";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useWords } from "../../words/use-words.ts";
import { PageBody } from "../page-body.tsx";
import { useProblem } from "../use-problem.ts";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { SettingsForm } from "./settings-form.tsx";

const route = getRouteApi("/tenants/$tenantId/settings");

/** What the owners of a tenant let the product do in it. */
export function SettingsPage(): ReactElement {
  const { tenantId } = route.useParams();
  const settings = useSettings(tenantId);
  const crumbs = useTenantCrumbs(tenantId);
  const problem = useProblem(settings);
  const words = useWords().settings;
  // A form begins anew with what is saved when it was saved, or thrown away.
  const [round, setRound] = useState(0);
  const page = { page: `settings ${tenantId}`, title: words.title, crumbs, lead: words.lead };
  if (settings.data)
    return (
      <SettingsForm
        key={`${tenantId} ${round}`}
        tenantId={tenantId}
        saved={settings.data.body}
        etag={settings.data.etag ?? ""}
        header={page}
        problem={problem}
        onDone={() => setRound(round + 1)}
      />
    );
  return (
    <PageBody>
      <PageHeader {...page} />
      <PageStates hasData={false} problem={problem} onTryAgain={() => void settings.refetch()}>
        {null}
      </PageStates>
    </PageBody>
  );
}
