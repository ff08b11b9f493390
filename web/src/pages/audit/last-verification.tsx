import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useNewestVerification } from "../../api/audit.ts";
import type { Run } from "../../api/operations.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { Time } from "../../parts/time.tsx";
import { formatDateTime, formatNumber } from "../../words/format.ts";
import { type Spoken, useSpoken } from "../../words/use-words.ts";
import { hrefOfRun } from "../run-facts.tsx";

/** Up to which entry the audit was proven last, and when; or what was found. */
export function LastVerification({ tenantId }: { readonly tenantId: string }): ReactElement | null {
  const spoken = useSpoken();
  const { openRun, never } = spoken.words.audit.verification;
  const { data: run } = useNewestVerification(tenantId);
  if (run === undefined) return null;
  if (run === null) {
    return (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{never}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <MessageBar intent={intentOf(run)} layout="multiline">
      <MessageBarBody>
        {saidOf(run, spoken)} <Time at={run.completedAt ?? run.createdAt} />.{" "}
        <AppLink href={hrefOfRun(tenantId, run.id)}>{openRun}</AppLink>
      </MessageBarBody>
    </MessageBar>
  );
}

function intentOf({ status, result }: Run): "info" | "success" | "error" | "warning" {
  if (status !== "completed") return "info";
  if (!result?.audit) return "warning";
  if (result.audit.found > 0) return "error";
  return result.audit.upTo === null ? "info" : "success";
}

function saidOf({ status, result }: Run, { language, words }: Spoken): string {
  const { running, notDone, found, nothingSealed, proven } = words.audit.verification;
  if (status !== "completed") return running;
  if (!result?.audit) return notDone;
  const { entries, upTo, found: count } = result.audit;
  if (count > 0) return found(formatNumber(language, count));
  if (upTo === null) return nothingSealed;
  return proven(formatNumber(language, entries), formatDateTime(language, upTo.at));
}
