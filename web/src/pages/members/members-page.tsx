import { PeopleRegular } from "@fluentui/react-icons/svg/people";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useMembers } from "../../api/member.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { FillCommand } from "../fill-command.tsx";
import { GroupsUnknownBar } from "../groups-unknown-bar.tsx";
import { ListPage } from "../list-page.tsx";
import { useTenantCrumbs } from "../use-tenant-crumbs.ts";
import { memberColumns, nameOfMember } from "./member-columns.tsx";
import { useMemberCommands } from "./use-member-commands.tsx";

const route = getRouteApi("/tenants/$tenantId/members");

/** Who has which role in a tenant. */
export function MembersPage(): ReactElement {
  const { tenantId } = route.useParams();
  const spoken = useSpoken();
  const { members: words, parts } = spoken.words;
  const list = useMembers(tenantId);
  const [chosen, onChoose] = useState<ReadonlySet<string>>(new Set());
  const { add, others, dialog } = useMemberCommands({
    tenantId,
    members: list.items.filter(({ principalId }) => chosen.has(principalId)),
    off: list.isPaused ? parts.commands.offline : undefined,
    onChanged: () => onChoose(new Set()),
  });
  return (
    <ListPage
      page="members"
      title={words.title}
      crumbs={useTenantCrumbs(tenantId)}
      lead={words.lead}
      commands={[add, ...others]}
      above={<GroupsUnknownBar />}
      filters={[]}
      values={{}}
      onValues={() => undefined}
      list={list}
      columns={memberColumns(spoken)}
      keyOf={({ principalId }) => principalId}
      nameOf={nameOfMember}
      selection={{ chosen, onChoose }}
      empty={
        <EmptyState title={words.emptyTitle} action={<FillCommand command={add} />} sign={<PeopleRegular />}>
          {words.empty}
        </EmptyState>
      }
    >
      {dialog}
    </ListPage>
  );
}
