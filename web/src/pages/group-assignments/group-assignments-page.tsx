import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useGroupAssignments } from "../../api/assignment.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import type { Filter, FilterValues } from "../../parts/filter.ts";
import { Time } from "../../parts/time.tsx";
import { type Spoken, useSpoken, useWords } from "../../words/use-words.ts";
import { ListPage } from "../list-page.tsx";
import { objectHref, objectKey } from "../open-href.ts";
import { useObjectTypes } from "../use-object-types.ts";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { assignmentColumns } from "./assignment-columns.tsx";

const route = getRouteApi("/tenants/$tenantId/assignments");

/** What reaches a group, as the inventory knows it. */
export function GroupAssignmentsPage(): ReactElement {
  const { tenantId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const words = spoken.words.assignments;
  const { nameOf } = useObjectTypes(tenantId);
  const { groupId = "" } = search;
  const list = useGroupAssignments(tenantId, {
    groupId,
    ...(search.ignored === "true" && { ignored: "true" as const }),
  });
  const group = list.first?.group;
  const inventory = { text: spoken.words.inventory.title, href: `/tenants/${tenantId}/inventory` };
  return (
    <ListPage
      page="assignments"
      title={words.title(group?.name ?? groupId)}
      crumbs={useTenantCrumbs(tenantId, [inventory])}
      lead={list.first && <Lead asOf={list.first.asOf} isDeleted={group != null && group.deletedAt !== null} />}
      filters={filtersOf(spoken)}
      values={search}
      onValues={(values: FilterValues) => void navigate({ search: { ...search, ...values } })}
      list={list}
      columns={assignmentColumns(spoken, nameOf)}
      keyOf={objectKey}
      nameOf={({ name }) => name}
      hrefOf={(object) => objectHref(tenantId, object)}
      empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
    />
  );
}

function filtersOf({ words }: Spoken): readonly Filter[] {
  const { filters, ignoredToo } = words.assignments;
  return [{ name: "ignored", label: filters.ignored, options: [{ value: "true", text: ignoredToo }] }];
}

type LeadProps = { readonly asOf: string | null; readonly isDeleted: boolean };

/** What the list does not say: how far it looks, and how old the group's name is. */
function Lead({ asOf, isDeleted }: LeadProps): ReactElement {
  const { assignments: words, object } = useWords();
  return (
    <>
      {isDeleted && <strong>{words.deleted} </strong>}
      {words.howFar}{" "}
      {asOf === null ? (
        object.assignments.neverRead
      ) : (
        <>
          {object.assignments.asOf} <Time at={asOf} />
        </>
      )}
    </>
  );
}
