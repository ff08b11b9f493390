import { type ReactElement, useState } from "react";
import { useOverview } from "../../api/overview.ts";
import { CommandBar } from "../../parts/command-bar.tsx";
import { Freshness } from "../../parts/freshness.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useWords } from "../../words/use-words.ts";
import { GroupsUnknownBar } from "../groups-unknown-bar.tsx";
import { PageBody } from "../page-body.tsx";
import { useAddTenant } from "../use-add-tenant.tsx";
import { useListProblem } from "../use-problem.ts";
import { useTenantCommands } from "../use-tenant-commands.tsx";
import { Attention } from "./attention.tsx";
import { BrokenPromises } from "./broken-promises.tsx";
import { FleetRuns } from "./fleet-runs.tsx";
import { OwnRuns } from "./own-runs.tsx";
import { OwnTotals } from "./own-totals.tsx";
import { PlatformTotals } from "./platform-totals.tsx";
import { UnreadableBar } from "./unreadable-bar.tsx";

const nobody: ReadonlySet<string> = new Set();

/** What needs somebody. A tenant may be chosen for a snapshot in either list. */
export function Needs({ isPlatform }: { readonly isPlatform: boolean }): ReactElement {
  const words = useWords().home;
  const broken = useOverview(isPlatform, { promise: "broken" });
  const attention = useOverview(isPlatform, { state: "attention" });
  const [chosenBroken, chooseBroken] = useState(nobody);
  const [chosenAttention, chooseAttention] = useState(nobody);
  const chosen = new Set([...chosenBroken, ...chosenAttention]);
  const tenants = new Map([...broken.items, ...attention.items].map((tenant) => [tenant.id, tenant]));
  const { snapshot } = useTenantCommands([...tenants.values()].filter(({ id }) => chosen.has(id)));
  const add = useAddTenant();
  const problems = [useListProblem(broken), useListProblem(attention)];
  const tryAgain = (): void => {
    broken.tryAgain();
    attention.tryAgain();
  };
  return (
    <PageBody>
      <PageHeader
        page="home"
        title={words.title}
        lead={words.lead}
        beside={<Freshness at={broken.asOf} onRefresh={tryAgain} />}
      >
        <CommandBar commands={isPlatform ? [add, snapshot] : [snapshot]} />
      </PageHeader>
      <GroupsUnknownBar />
      <PageStates
        hasData={broken.first !== undefined && attention.first !== undefined}
        problem={problems.find((problem) => problem !== undefined)}
        onTryAgain={tryAgain}
      >
        <PageBody>
          {isPlatform ? (
            <PlatformTotals totals={broken.first?.totals} />
          ) : (
            <OwnTotals broken={broken} attention={attention} />
          )}
          <UnreadableBar count={broken.first?.unreadable.length ?? 0} />
          <BrokenPromises list={broken} selection={{ chosen: chosenBroken, onChoose: chooseBroken }} />
          <Attention list={attention} selection={{ chosen: chosenAttention, onChoose: chooseAttention }} />
          {isPlatform ? <FleetRuns /> : <OwnRuns />}
        </PageBody>
      </PageStates>
    </PageBody>
  );
}
