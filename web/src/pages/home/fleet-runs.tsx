import type { ReactElement } from "react";
import type { Run } from "../../api/operations.ts";
import { usePlatformRuns } from "../../api/platform.ts";
import { isActive } from "../../api/run.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { ListSection } from "../list-section.tsx";
import { runColumns, typeOf } from "../run-columns.tsx";
import { LoadedSections } from "./loaded-sections.tsx";

const endsShown = 5;

/** Runs over many tenants: those on their way, and the newest that have ended. */
export function FleetRuns(): ReactElement {
  const spoken = useSpoken();
  const { running, ended, seeAll } = spoken.words.home;
  const list = usePlatformRuns({});
  const { items } = list;
  const shared = {
    beside: <AppLink href="/platform/operations">{seeAll}</AppLink>,
    columns: runColumns(spoken),
    keyOf: ({ id }: Run) => id,
    nameOf: (run: Run) => typeOf(run, spoken),
    hrefOf: ({ id }: Run) => `/platform/operations/${id}`,
  };
  return (
    <LoadedSections list={list}>
      <ListSection title={running.title} none={running.none} rows={items.filter(isActive)} {...shared} />
      <ListSection
        title={ended.title}
        none={ended.none}
        rows={items.filter((run) => !isActive(run)).slice(0, endsShown)}
        {...shared}
      />
    </LoadedSections>
  );
}
