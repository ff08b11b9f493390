import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { type ReactElement, useId } from "react";
import type { ConsentApplication } from "../api/consent.ts";
import type { Readiness } from "../api/operations.ts";
import { useReadiness } from "../api/readiness.ts";
import { StatusMark } from "../parts/status-mark.tsx";
import { useWords } from "../words/use-words.ts";
import { ConsentLinkBox } from "./consent-link-box.tsx";
import { Section } from "./section.tsx";

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: "80ch" },
  applications: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(320px, 100%), 1fr))",
    gap: tokens.spacingHorizontalL,
    maxWidth: "1040px",
  },
  application: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    "& p": { margin: 0 },
  },
  line: {
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "space-between",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

type ConsentLinksProps = {
  readonly tenantId: string;
  /** Why no link can be made here. */
  readonly off: string | undefined;
};

/** Which of the two applications a customer has consented to, and a link for each. */
export function ConsentLinks({ tenantId, off }: ConsentLinksProps): ReactElement {
  const styles = useStyles();
  const { title, lead } = useWords().consent;
  const { data: readiness } = useReadiness(tenantId, true);
  return (
    <Section title={title}>
      <p className={styles.lead}>{lead}</p>
      <div className={styles.applications}>
        {(["read", "write"] as const).map((application) => (
          <Application key={application} {...{ tenantId, off, readiness, application }} />
        ))}
      </div>
    </Section>
  );
}

type ApplicationProps = ConsentLinksProps & {
  readonly application: ConsentApplication;
  readonly readiness: Readiness | undefined;
};

function Application({ tenantId, off, readiness, application }: ApplicationProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  const { consent, readiness: found } = useWords();
  const isGiven = readiness?.applications.find(({ kind }) => kind === application)?.consented;
  return (
    <section className={styles.application} aria-labelledby={id}>
      <div className={styles.line}>
        <h3 id={id} className={styles.heading}>
          {found.applications[application]}
        </h3>
        <Given isGiven={isGiven} />
      </div>
      <p>{consent.what[application]}</p>
      <ConsentLinkBox
        tenantId={tenantId}
        application={application}
        off={off}
        answeredAt={isGiven ? (readiness?.asOf ?? undefined) : undefined}
      />
    </section>
  );
}

/** Undefined before the first check. */
function Given({ isGiven }: { readonly isGiven: boolean | undefined }): ReactElement {
  const { applications, states } = useWords().readiness;
  if (isGiven) return <StatusMark tone="good" sign={<CheckmarkCircleRegular />} word={applications.consented} />;
  const word = isGiven === false ? applications.notConsented : states.unknown;
  return <StatusMark tone="quiet" sign={<CircleRegular />} word={word} />;
}
