import type { ReactElement } from "react";
import type { Run } from "../../api/operations.ts";
import { usePlatformRuns } from "../../api/platform.ts";
import { isActive } from "../../api/run.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { DataList } from "../../parts/data-list.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { runColumns, typeOf } from "../run-columns.tsx";
import { Section } from "../section.tsx";
import { LoadedSections } from "./loaded-sections.tsx";

const endsShown = 5;

/** Runs over many tenants: those on their way, and the newest that have ended. */
export function FleetRuns(): ReactElement {
  const { words } = useSpoken();
  const { running, ended, seeAll } = words.home;
  const list = usePlatformRuns({});
  const { items } = list;
  const all = <AppLink href="/platform/operations">{seeAll}</AppLink>;
  return (
    <LoadedSections list={list}>
      <RunSection title={running.title} none={running.none} runs={items.filter(isActive)} beside={all} />
      <RunSection
        title={ended.title}
        none={ended.none}
        runs={items.filter((run) => !isActive(run)).slice(0, endsShown)}
        beside={all}
      />
    </LoadedSections>
  );
}

type RunSectionProps = {
  readonly title: string;
  readonly none: string;
  readonly runs: readonly Run[];
  readonly beside: ReactElement;
};

function RunSection({ title, none, runs, beside }: RunSectionProps): ReactElement {
  const spoken = useSpoken();
  return (
    <Section title={title} beside={beside}>
      {runs.length === 0 ? (
        <div>{none}</div>
      ) : (
        <DataList
          size="section"
          label={title}
          rows={runs}
          columns={runColumns(spoken)}
          keyOf={({ id }) => id}
          nameOf={(run) => typeOf(run, spoken)}
          hrefOf={({ id }) => `/platform/operations/${id}`}
        />
      )}
    </Section>
  );
}
