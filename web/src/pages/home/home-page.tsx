import { HomeRegular } from "@fluentui/react-icons/svg/home";
import type { ReactElement } from "react";
import { useMe } from "../../api/me.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useWords } from "../../words/use-words.ts";
import { GroupsUnknownBar } from "../groups-unknown-bar.tsx";
import { PageBody } from "../page-body.tsx";
import { useProblem } from "../use-problem.ts";
import { Needs } from "./needs.tsx";

/** The first page: what needs somebody, in all tenants or in one's own. */
export function HomePage(): ReactElement {
  const me = useMe();
  const problem = useProblem(me);
  const words = useWords().home;
  if (me.data && (me.data.platform || me.data.tenants.length > 0)) return <Needs isPlatform={me.data.platform} />;
  return (
    <PageBody>
      <PageHeader page="home" title={words.title} />
      <GroupsUnknownBar />
      <PageStates
        hasData={me.data !== undefined}
        problem={problem}
        onTryAgain={() => void me.refetch()}
        isEmpty
        empty={
          <EmptyState title={words.emptyTitle} sign={<HomeRegular />}>
            {words.empty}
          </EmptyState>
        }
      >
        {null}
      </PageStates>
    </PageBody>
  );
}
