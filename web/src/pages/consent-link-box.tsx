import { Button, Field, Input, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { LinkRegular } from "@fluentui/react-icons/svg/link";
import type { ReactElement } from "react";
import { type ConsentApplication, consentLinkMs, useConsentLink } from "../api/consent.ts";
import type { ConsentLink } from "../api/operations.ts";
import { CopyButton } from "../parts/copy-button.tsx";
import { ProblemBar } from "../parts/problem-bar.tsx";
import { useNow } from "../parts/use-now.ts";
import { formatClock, formatDuration } from "../words/format.ts";
import { useSpoken, useWords } from "../words/use-words.ts";
import { useProblemOf } from "./use-problem.ts";

const useStyles = makeStyles({ expired: { color: tokens.colorStatusWarningForeground1 } });

const redrawnEveryMs = 10_000;
const minuteMs = 60_000;

type ConsentLinkBoxProps = {
  readonly tenantId: string;
  readonly application: ConsentApplication;
  /** Why no link can be made here. */
  readonly off: string | undefined;
  /** When a check found that the consent is given, ISO 8601: a link from before has been used. */
  readonly answeredAt: string | undefined;
};

/** Makes a link for the customer's administrator and shows it until it expires or is used. */
export function ConsentLinkBox({ tenantId, application, off, answeredAt }: ConsentLinkBoxProps): ReactElement {
  const { consent, parts } = useWords();
  const { link, make } = useConsentLink(tenantId, application);
  const problem = useProblemOf(make.error);
  const shown = link && !isUsed(link, answeredAt) ? link : undefined;
  const isOff = off !== undefined || make.isPending;
  return (
    <>
      {problem && <ProblemBar problem={problem} />}
      {shown && <MadeLink link={shown} />}
      <div>
        <Button
          appearance={application === "read" && answeredAt === undefined && !shown ? "primary" : "secondary"}
          icon={make.isPending ? <Spinner size="tiny" aria-hidden="true" /> : <LinkRegular />}
          title={off}
          disabledFocusable={isOff}
          onClick={() => isOff || make.mutate(undefined)}
        >
          {make.isPending ? parts.dialogs.working : shown ? consent.makeNew : consent.make}
        </Button>
      </div>
    </>
  );
}

function MadeLink({ link: { url, expiresAt } }: { readonly link: ConsentLink }): ReactElement {
  const styles = useStyles();
  const { language, words } = useSpoken();
  const { link, valid, expired } = words.consent;
  const left = Date.parse(expiresAt) - useNow(redrawnEveryMs);
  if (left <= 0) return <p className={styles.expired}>{expired}</p>;
  const minutes = formatDuration(language, Math.max(1, Math.floor(left / minuteMs)) * minuteMs);
  return (
    <Field label={link} hint={valid(formatClock(language, expiresAt), minutes)}>
      <Input
        readOnly
        value={url}
        onFocus={({ currentTarget }) => currentTarget.select()}
        contentAfter={<CopyButton text={url} thing={link} withWord />}
      />
    </Field>
  );
}

/** Whether the consent was found after this link was made. */
function isUsed({ expiresAt }: ConsentLink, answeredAt: string | undefined): boolean {
  return answeredAt !== undefined && Date.parse(expiresAt) - consentLinkMs < Date.parse(answeredAt);
}
