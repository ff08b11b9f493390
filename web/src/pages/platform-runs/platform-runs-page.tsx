import { Button } from "@fluentui/react-components";
import { CameraRegular } from "@fluentui/react-icons/svg/camera";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { usePlatformRuns } from "../../api/platform.ts";
import type { Command } from "../../parts/command.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import type { FilterValues } from "../../parts/filter.ts";
import { useSpoken, useWords } from "../../words/use-words.ts";
import { ListPage } from "../list-page.tsx";
import { PlatformOnly } from "../platform-only.tsx";
import { runColumns, typeOf } from "../run-columns.tsx";
import { hrefOfRun } from "../run-facts.tsx";
import { runFilters, toRunFilters } from "../run-filters.ts";
import { usePauseCommands } from "./use-pause-commands.tsx";

const route = getRouteApi("/platform/operations");
const StartDialog = lazy(async () => ({ default: (await import("./start-dialog.tsx")).StartDialog }));

/** Runs over many tenants, for who has the platform right. */
export function PlatformRunsPage(): ReactElement {
  const { title } = useWords().platformRuns;
  return (
    <PlatformOnly page="platform-runs" title={title}>
      <PlatformRuns />
    </PlatformOnly>
  );
}

function PlatformRuns(): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const spoken = useSpoken();
  const { platformRuns: words, parts } = spoken.words;
  const list = usePlatformRuns(toRunFilters(search));
  const [isStarting, setStarting] = useState(false);
  const offline = list.isPaused ? parts.commands.offline : undefined;
  const pause = usePauseCommands(offline);
  const start: Command = {
    id: "start",
    text: words.start,
    icon: <CameraRegular />,
    off: offline,
    onRun: () => setStarting(true),
  };
  const button = (
    <Button appearance="primary" onClick={start.onRun}>
      {words.start}
    </Button>
  );
  return (
    <ListPage
      page="platform-runs"
      title={words.title}
      lead={words.lead}
      commands={[start, ...pause.commands]}
      filters={runFilters(spoken.words, false)}
      values={search}
      onValues={(values: FilterValues) => void navigate({ search: { ...search, ...values } })}
      list={list}
      columns={runColumns(spoken)}
      keyOf={({ id }) => id}
      nameOf={(run) => typeOf(run, spoken)}
      hrefOf={({ id }) => hrefOfRun("platform", id)}
      empty={
        <EmptyState title={words.emptyTitle} action={button}>
          {words.empty}
        </EmptyState>
      }
    >
      {pause.dialog}
      {isStarting && (
        <Suspense>
          <StartDialog onClose={() => setStarting(false)} />
        </Suspense>
      )}
    </ListPage>
  );
}
