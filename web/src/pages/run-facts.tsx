import { makeStyles } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useCapabilities } from "../api/capability.ts";
import type { Run, RunDetail } from "../api/operations.ts";
import { isActive } from "../api/run.ts";
import { AppLink } from "../parts/app-link.tsx";
import { CopyButton } from "../parts/copy-button.tsx";
import type { Fact } from "../parts/facts-list.tsx";
import { Time } from "../parts/time.tsx";
import { formatList, formatNumber } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { tookOf } from "./run-columns.tsx";
import { useIsPlatform } from "./use-rights.ts";

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: "none" } });

/** The address of a run's page. */
export function hrefOfRun(tenantId: string, runId: string): string {
  return tenantId === "platform" ? `/platform/operations/${runId}` : `/tenants/${tenantId}/operations/${runId}`;
}

/** What is known of a run by its list, as terms and values. */
export function useRunFacts(run: Run): readonly Fact[] {
  const { words, language } = useSpoken();
  const { data: capabilities } = useCapabilities();
  const nameOf = (type: string) => capabilities?.items.find((each) => each.type === type)?.name ?? type;
  const { fact } = words.run;
  const { initiator } = run;
  const types = run.input.types === null ? fact.allTypes : formatList(language, run.input.types.map(nameOf));
  const kind = wordFor(words.terms.initiators, initiator.kind);
  return [
    { term: fact.operation, value: wordFor(words.terms.runTypes, run.type) },
    ...given(fact.label, run.input.label),
    ...(run.tenantId === "platform" ? [] : [{ term: fact.types, value: types }]),
    { term: fact.by, value: initiator.name === "" ? kind : `${initiator.name} (${kind})` },
    { term: fact.created, value: <Time at={run.createdAt} /> },
    ...given(fact.took, tookOf(run)),
    ...(run.attempt > 1 ? [{ term: fact.attempt, value: formatNumber(language, run.attempt) }] : []),
    ...(isActive(run) && run.heartbeatAt ? [{ term: fact.heartbeat, value: <Time at={run.heartbeatAt} /> }] : []),
    ...(isActive(run) && run.deadlineAt ? [{ term: fact.deadline, value: <Time at={run.deadlineAt} /> }] : []),
  ];
}

/** What only the detail of a run knows: its result, and the runs and people around it. */
export function useRunDetailFacts(run: RunDetail): readonly Fact[] {
  const { words } = useSpoken();
  const { fact, nobody } = words.run;
  const result = useResultFacts(run);
  const isPlatform = useIsPlatform();
  const { openFleet, copyId } = words.run;
  const ofRun = (runId: string) => <AppLink href={hrefOfRun(run.tenantId, runId)}>{runId}</AppLink>;
  const fleet = run.parentRunId;
  return [
    ...result,
    { term: fact.joined, value: run.joined.length === 0 ? nobody : <Lines lines={run.joined.map(joinLine)} /> },
    ...(run.waitingFor === null ? [] : [{ term: fact.waitingFor, value: ofRun(run.waitingFor) }]),
    ...(run.retryOf === null ? [] : [{ term: fact.retryOf, value: ofRun(run.retryOf) }]),
    ...(run.retries.length === 0
      ? []
      : [{ term: fact.retries, value: <Lines lines={run.retries.map((id) => ({ key: id, line: ofRun(id) }))} /> }]),
    ...(fleet === null
      ? []
      : [
          {
            term: fact.fleet,
            value: isPlatform ? <AppLink href={hrefOfRun("platform", fleet)}>{openFleet}</AppLink> : openFleet,
          },
        ]),
    { term: fact.id, value: <Copied text={run.id} thing={copyId} /> },
    { term: fact.correlation, value: <Copied text={run.correlationId} thing={fact.correlation} /> },
  ];
}

function useResultFacts({ tenantId, result }: RunDetail): readonly Fact[] {
  const { words, language } = useSpoken();
  const { fact, openSnapshot } = words.run;
  if (result === null) return [];
  const { snapshotId, objectsAdded, bytesAdded, graphRequests, deletedMeanwhileCount: deleted = 0 } = result;
  const number = (value: number | undefined) => (value === undefined ? null : formatNumber(language, value));
  return [
    ...given(
      fact.snapshot,
      snapshotId && <AppLink href={`/tenants/${tenantId}/snapshots/${snapshotId}`}>{openSnapshot}</AppLink>,
    ),
    ...given(fact.added, number(objectsAdded)),
    ...given(fact.bytes, number(bytesAdded)),
    ...given(fact.requests, number(graphRequests)),
    ...(deleted > 0 ? [{ term: fact.deleted, value: <Deleted result={result} count={deleted} /> }] : []),
  ];
}

type Result = NonNullable<RunDetail["result"]>;

/** Objects that were listed and gone when they were to be read. */
function Deleted({ result: { deletedMeanwhile = [] }, count }: { readonly result: Result; readonly count: number }) {
  const { further } = useSpoken().words.run;
  const lines = deletedMeanwhile.map(({ type, id, name }) => ({ key: `${type}/${id}`, line: name || `${type}/${id}` }));
  const rest = count - lines.length;
  return <Lines lines={rest > 0 ? [...lines, { key: "rest", line: further(rest) }] : lines} />;
}

function joinLine({ id, name, at }: RunDetail["joined"][number]): Line {
  return {
    key: `${id} ${at}`,
    line: (
      <>
        {name || id}, <Time at={at} />
      </>
    ),
  };
}

type Line = { readonly key: string; readonly line: ReactNode };

function Lines({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {lines.map(({ key, line }) => (
        <li key={key}>{line}</li>
      ))}
    </ul>
  );
}

function Copied({ text, thing }: { readonly text: string; readonly thing: string }): ReactElement {
  return (
    <>
      {text} <CopyButton text={text} thing={thing} />
    </>
  );
}

function given(term: string, value: ReactNode): readonly Fact[] {
  return value === null || value === undefined || value === "" ? [] : [{ term, value }];
}
