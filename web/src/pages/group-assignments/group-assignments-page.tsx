import { EyeRegular } from "@fluentui/react-icons/svg/eye";
import { EyeOffRegular } from "@fluentui/react-icons/svg/eye-off";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useGroupAssignments } from "../../api/assignment.ts";
import type { Command } from "../../parts/command.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { Time } from "../../parts/time.tsx";
import { useSpoken, useWords } from "../../words/use-words.ts";
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
  const withIgnored = search.ignored === "true";
  const list = useGroupAssignments(tenantId, { groupId, ...(withIgnored && { ignored: "true" as const }) });
  const ignoring: Command = {
    id: "ignored",
    text: withIgnored ? words.hideIgnored : words.showIgnored,
    icon: withIgnored ? <EyeOffRegular /> : <EyeRegular />,
    onRun: () => void navigate({ search: withIgnored ? { groupId } : { groupId, ignored: "true" } }),
  };
  const group = list.first?.group;
  const inventory = { text: spoken.words.inventory.title, href: `/tenants/${tenantId}/inventory` };
  return (
    <ListPage
      page="assignments"
      title={words.title(group?.name ?? groupId)}
      crumbs={useTenantCrumbs(tenantId, [inventory])}
      lead={list.first && <Lead asOf={list.first.asOf} isDeleted={group != null && group.deletedAt !== null} />}
      commands={[ignoring]}
      filters={[]}
      values={search}
      onValues={() => undefined}
      list={list}
      columns={assignmentColumns(spoken, nameOf)}
      keyOf={objectKey}
      nameOf={({ name }) => name}
      hrefOf={(object) => objectHref(tenantId, object)}
      empty={<EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
    />
  );
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
