import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { AuditEntry } from "../api/operations.ts";
import { AppLink } from "../parts/app-link.tsx";
import { DetailsPane } from "../parts/details-pane.tsx";
import { FactsList } from "../parts/facts-list.tsx";
import type { Json } from "../parts/json-rows.ts";
import { JsonTree } from "../parts/json-tree.tsx";
import { PageStates } from "../parts/page-states.tsx";
import { Time } from "../parts/time.tsx";
import { formatNumber } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { actionOf, actorOf } from "./audit-columns.tsx";
import { hrefOfRun } from "./run-facts.tsx";
import { Section } from "./section.tsx";

type AuditPaneProps = {
  /** Of a tenant, or `platform`. */
  readonly tenantId: string;
  readonly entryId: string;
  /** Nothing when it is not on what is loaded of the list. */
  readonly entry: AuditEntry | undefined;
  readonly onClose: () => void;
};

/** All that one entry says, with the way to the run that it is about. */
export function AuditPane({ tenantId, entryId, entry, onClose }: AuditPaneProps): ReactElement {
  const spoken = useSpoken();
  return (
    <DetailsPane title={entry ? actionOf(entry, spoken) : spoken.words.audit.entry} subject={entryId} onClose={onClose}>
      <PageStates hasData={entry !== undefined} problem={entry ? undefined : { kind: "not_found" }}>
        {entry && <Entry tenantId={tenantId} entry={entry} />}
      </PageStates>
    </DetailsPane>
  );
}

const useStyles = makeStyles({
  entry: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL, minWidth: 0 },
});

const aboutRuns = /^operation\./;

function Entry({ tenantId, entry }: { readonly tenantId: string; readonly entry: AuditEntry }): ReactElement {
  const spoken = useSpoken();
  const { language, words } = spoken;
  const { columns, facts, notSealed, digestNumber } = words.audit;
  const { actor, target, before, after, digest } = entry;
  const styles = useStyles();
  const isRun = aboutRuns.test(entry.action);
  return (
    <div className={styles.entry}>
      <FactsList
        facts={[
          { term: columns.at, value: <Time at={entry.at} face="clock" /> },
          { term: columns.actor, value: actorOf(entry, spoken) },
          { term: facts.kind, value: wordFor(words.terms.initiators, actor.kind) },
          { term: facts.actorId, value: actor.id },
          {
            term: columns.target,
            value: isRun ? <AppLink href={hrefOfRun(tenantId, target)}>{target}</AppLink> : target,
          },
          { term: columns.digest, value: digest === null ? notSealed : digestNumber(formatNumber(language, digest)) },
          { term: facts.id, value: entry.id },
        ]}
      />
      {before && (
        <Section title={facts.before}>
          <JsonTree label={facts.before} value={toJson(before)} />
        </Section>
      )}
      {after && (
        <Section title={facts.after}>
          <JsonTree label={facts.after} value={toJson(after)} />
        </Section>
      )}
    </div>
  );
}

/** What an answer of the API holds is JSON, whatever its schema leaves open. */
function toJson(fields: NonNullable<AuditEntry["before"]>): Json {
  return fields as Json;
}
