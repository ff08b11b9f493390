import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { TenantOverview } from "../api/operations.ts";
import { useReadiness } from "../api/readiness.ts";
import { AppLink } from "../parts/app-link.tsx";
import { Freshness } from "../parts/freshness.tsx";
import { PageStates } from "../parts/page-states.tsx";
import { Said } from "../parts/said.tsx";
import { Timeline } from "../parts/timeline.tsx";
import { useSpoken, useWords } from "../words/use-words.ts";
import { ConsentSign } from "./consent-sign.tsx";
import { type ConsentStep, consentSteps } from "./consent-steps.ts";
import { Section } from "./section.tsx";
import { useProblem } from "./use-problem.ts";
import { useRoles } from "./use-roles.ts";

const useStyles = makeStyles({
  detail: { maxWidth: "80ch", color: tokens.colorNeutralForeground2, "& p": { margin: 0 } },
});

type ConsentProgressProps = { readonly tenant: Pick<TenantOverview, "id" | "state" | "stateReason"> };

/** What happens after a link was sent, as it happens: consent, check, and where the tenant stands then. */
export function ConsentProgress({ tenant }: ConsentProgressProps): ReactElement {
  const spoken = useSpoken();
  const { next } = spoken.words.consent;
  const readiness = useReadiness(tenant.id, true);
  const problem = useProblem(readiness);
  const page = useRoles().hrefOf(tenant);
  const tryAgain = (): void => void readiness.refetch();
  const steps = readiness.data ? consentSteps(tenant, readiness.data, spoken) : [];
  const now = steps.findLast(({ look }) => look !== "later");
  return (
    <Section title={next.title} beside={<Freshness at={readiness.dataUpdatedAt} onRefresh={tryAgain} />}>
      <PageStates hasData={readiness.data !== undefined} problem={problem} onTryAgain={tryAgain}>
        <Said text={now?.title ?? ""} />
        <Timeline
          label={next.title}
          steps={steps.map((step) => ({
            ...step,
            sign: <ConsentSign look={step.look} />,
            detail: <Detail step={step} page={page} />,
          }))}
        />
        {page === undefined ? next.notMember : <AppLink href={page}>{next.openTenant}</AppLink>}
      </PageStates>
    </Section>
  );
}

/** `page` is the tenant's, for who is a member. */
function Detail({ step: { lines, runId }, page }: { readonly step: ConsentStep; readonly page: string | undefined }) {
  const styles = useStyles();
  const { seeRun } = useWords().consent.next;
  return (
    <div className={styles.detail}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {runId && page !== undefined && <AppLink href={`${page}/operations/${runId}`}>{seeRun}</AppLink>}
    </div>
  );
}
