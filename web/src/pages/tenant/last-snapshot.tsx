import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";
import type { Snapshot, TenantSummary } from "../../api/operations.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { CountLink } from "../../parts/count-link.tsx";
import { FactsList } from "../../parts/facts-list.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { Time } from "../../parts/time.tsx";
import { useWords } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { codeWords } from "../code-words.ts";
import { Section } from "../section.tsx";
import { useObjectTypes } from "../use-object-types.ts";

const useStyles = makeStyles({ gaps: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

/** The newest snapshot, and what is missing in it. */
export function LastSnapshot({ summary }: { readonly summary: TenantSummary }): ReactElement {
  const { snapshot: words, ...more } = useWords().tenant;
  const { snapshot, tenant } = summary;
  if (snapshot === null)
    return (
      <Section title={words.title}>
        <div>{words.none}</div>
      </Section>
    );
  const page = `/tenants/${tenant.id}/snapshots/${snapshot.id}`;
  return (
    <Section title={words.title} beside={<AppLink href={page}>{words.open}</AppLink>}>
      <FactsList
        facts={[
          { term: words.state, value: <State snapshot={snapshot} /> },
          { term: words.gaps, value: <Gaps snapshot={snapshot} tenantId={tenant.id} /> },
          { term: words.sealed, value: <Time at={snapshot.sealedAt} /> },
          { term: words.label, value: snapshot.label },
          {
            term: words.objects,
            value: <CountLink count={snapshot.counts.succeeded} href={page} label={more.objects.count} />,
          },
        ]}
      />
    </Section>
  );
}

function State({ snapshot: { state } }: { readonly snapshot: Snapshot }): ReactElement {
  const word = wordFor(useWords().terms.snapshotStates, state);
  if (state === "complete") return <StatusMark tone="good" sign={<CheckmarkCircleRegular />} word={word} />;
  return <StatusMark tone="warning" sign={<WarningRegular />} word={word} />;
}

type GapsProps = { readonly snapshot: Snapshot; readonly tenantId: string };

/** Each type that is missing, and why. */
function Gaps({ snapshot: { gaps }, tenantId }: GapsProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { nameOf } = useObjectTypes(tenantId);
  if (gaps.length === 0) return <>{words.tenant.snapshot.noGaps}</>;
  return (
    <ul className={styles.gaps}>
      {gaps.map(({ type, code }) => (
        <li key={`${type} ${code}`}>
          {nameOf(type)}: {codeWords(code, words).title}
        </li>
      ))}
    </ul>
  );
}
