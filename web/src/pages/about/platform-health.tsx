import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { PlatformFacts } from "../../api/operations.ts";
import { usePlatformFacts } from "../../api/platform.ts";
import { CopyButton } from "../../parts/copy-button.tsx";
import { type Fact, FactsList } from "../../parts/facts-list.tsx";
import { Freshness } from "../../parts/freshness.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { Time } from "../../parts/time.tsx";
import { formatNumber } from "../../words/format.ts";
import { type Spoken, useSpoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { Section } from "../section.tsx";
import { useProblem } from "../use-problem.ts";

/** S10: workers, queues and alarms, for who looks after the platform. */
export function PlatformHealth(): ReactElement {
  const spoken = useSpoken();
  const words = spoken.words.about;
  const query = usePlatformFacts();
  const facts = query.data;
  return (
    <Section
      title={words.health}
      beside={
        <>
          <Freshness at={query.dataUpdatedAt} onRefresh={() => void query.refetch()} />
          {facts && <CopyButton text={JSON.stringify(facts, null, 2)} thing={words.copyReport} withWord />}
        </>
      }
    >
      <PageStates hasData={facts !== undefined} problem={useProblem(query)} onTryAgain={() => void query.refetch()}>
        {facts && <FactsList facts={toFacts(facts, spoken)} />}
      </PageStates>
    </Section>
  );
}

function toFacts(facts: PlatformFacts, { language, words }: Spoken): readonly Fact[] {
  const { facts: terms } = words.about;
  const number = (value: number): string => formatNumber(language, value);
  return [
    { term: terms.state, value: <State facts={facts} /> },
    { term: terms.worker, value: <Time at={facts.workerSeenAt} /> },
    { term: terms.queued, value: number(facts.runs.queued) },
    { term: terms.running, value: number(facts.runs.running) },
    { term: terms.waiting, value: number(facts.runs.waiting) },
    { term: terms.oldestQueued, value: facts.oldestQueued && <Time at={facts.oldestQueued.at} /> },
    { term: terms.oldestHeartbeat, value: facts.oldestHeartbeat && <Time at={facts.oldestHeartbeat.at} /> },
    { term: terms.deadLetters, value: number(facts.deadLetters.count) },
    { term: terms.throttled, value: number(facts.throttledTenants.length) },
    { term: terms.broken, value: number(facts.brokenPromises.length) },
    { term: terms.unreadable, value: number(facts.unreadable.length) },
  ];
}

function State({
  facts: { state, alarms },
}: {
  readonly facts: Pick<PlatformFacts, "state" | "alarms">;
}): ReactElement {
  const words = useSpoken().words.about;
  if (state === "ok") return <StatusMark tone="good" sign={<CheckmarkCircleRegular />} word={words.states.ok} />;
  return (
    <>
      <StatusMark tone="bad" sign={<WarningRegular />} word={words.states.alarm} />
      <ul>
        {alarms.map(({ code, message }) => (
          <li key={code} title={message}>
            {wordFor(words.alarms, code)}
          </li>
        ))}
      </ul>
    </>
  );
}
