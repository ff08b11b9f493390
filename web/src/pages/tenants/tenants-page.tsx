import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useMe } from "../../api/me.ts";
import type { TenantOverview } from "../../api/operations.ts";
import { useOverview, useOverviewFile } from "../../api/overview.ts";
import { oneOf } from "../../parts/address.ts";
import type { Command } from "../../parts/command.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import type { Filter, FilterValues } from "../../parts/filter.ts";
import { PageStates } from "../../parts/page-states.tsx";
import { useSpoken } from "../../words/use-words.ts";
import type { Words } from "../../words/words.ts";
import { FillCommand } from "../fill-command.tsx";
import { GroupsUnknownBar } from "../groups-unknown-bar.tsx";
import { ListPage } from "../list-page.tsx";
import { tenantColumns } from "../tenant-columns.tsx";
import { tenantStates } from "../tenant-state.tsx";
import { consentHref, useAddTenant } from "../use-add-tenant.tsx";
import { useProblem } from "../use-problem.ts";
import { useRoles } from "../use-roles.ts";
import { useStarted } from "../use-started.ts";
import { useTenantCommands } from "../use-tenant-commands.tsx";
import { useTakeOwnership } from "./use-take-ownership.tsx";

const route = getRouteApi("/tenants");

/** The tenants one looks after. Whether those are all of the platform's is known when one's rights are. */
export function TenantsPage(): ReactElement {
  const me = useMe();
  const problem = useProblem(me);
  if (me.data) return <Tenants isPlatform={me.data.platform} />;
  return (
    <PageStates hasData={false} problem={problem} onTryAgain={() => void me.refetch()}>
      {null}
    </PageStates>
  );
}

function Tenants({ isPlatform }: { readonly isPlatform: boolean }): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const words = spoken.words.tenants;
  const { roleIn, hrefOf } = useRoles();
  const filters = {
    text: search.text,
    label: search.label,
    state: oneOf(tenantStates, search.state),
    promise: oneOf(["broken"] as const, search.promise),
  };
  const list = useOverview(isPlatform, filters);
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set());
  const chosenTenants = list.items.filter(({ id }) => chosen.has(id));
  const commands = useTenantCommands(chosenTenants);
  const ownership = useTakeOwnership(chosenTenants);
  const file = useOverviewFile(isPlatform);
  const { onError } = useStarted();
  const add = useAddTenant();
  const csv = {
    id: "csv",
    text: words.csv,
    icon: <ArrowDownloadRegular />,
    onRun: () => file.mutate(filters, { onError }),
  };
  return (
    <ListPage
      page="tenants"
      title={words.title}
      lead={words.lead}
      commands={[add, commands.snapshot, commands.sync, commands.pause, commands.resume, ownership.command, csv]}
      above={<GroupsUnknownBar />}
      filters={tenantFilters(words)}
      values={search}
      onValues={(values: FilterValues) => void navigate({ search: { ...search, ...values } })}
      list={list}
      columns={tenantColumns(spoken, roleIn)}
      keyOf={({ id }) => id}
      nameOf={({ name }) => name}
      hrefOf={(tenant) => hrefOf(tenant) ?? (isPlatform ? consentOf(tenant) : undefined)}
      selection={{ chosen, onChoose }}
      empty={<NoTenants add={isPlatform ? add : undefined} words={words} />}
    >
      {commands.dialog}
      {ownership.dialog}
    </ListPage>
  );
}

/** Who looks after the platform finds the consent of a tenant that still waits for it, member or not. */
function consentOf({ id, state }: TenantOverview): string | undefined {
  return state === "pending_consent" ? consentHref(id) : undefined;
}

type NoTenantsProps = { readonly add: Command | undefined; readonly words: Words["tenants"] };

function NoTenants({ add, words }: NoTenantsProps): ReactElement {
  if (add === undefined) return <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>;
  return (
    <EmptyState title={words.emptyPlatformTitle} action={<FillCommand command={add} />}>
      {words.emptyPlatform}
    </EmptyState>
  );
}

function tenantFilters({ filters, states }: Words["tenants"]): readonly Filter[] {
  return [
    { name: "text", label: filters.text },
    { name: "label", label: filters.label },
    {
      name: "state",
      label: filters.state,
      options: tenantStates.map((state) => ({ value: state, text: states[state] })),
    },
    { name: "promise", label: filters.promise, options: [{ value: "broken", text: filters.broken }] },
  ];
}
