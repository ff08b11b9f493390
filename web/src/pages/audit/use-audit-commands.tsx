import { ArrowDownloadRegular } from "@fluentui/react-icons/svg/arrow-download";
import { ShieldCheckmarkRegular } from "@fluentui/react-icons/svg/shield-checkmark";
import { type AuditFilters, useAuditLines, useAuditTable, useVerifyAudit } from "../../api/audit.ts";
import type { Command } from "../../parts/command.ts";
import { useWords } from "../../words/use-words.ts";
import { useRights } from "../use-rights.ts";
import { useStarted } from "../use-started.ts";

/** What one can do with the audit of a tenant: have it proven, and take it along. */
export function useAuditCommands(tenantId: string, filters: AuditFilters, isOffline: boolean): readonly Command[] {
  const { audit: words, parts } = useWords();
  const whyOff = useRights(tenantId);
  const started = useStarted();
  const verify = useVerifyAudit(tenantId);
  const table = useAuditTable(tenantId);
  const lines = useAuditLines(tenantId);
  const offline = isOffline ? parts.commands.offline : undefined;
  const exportOff = offline ?? whyOff("audit.read");
  const { onError } = started;
  return [
    {
      id: "verify",
      text: words.verify,
      icon: <ShieldCheckmarkRegular />,
      off: offline ?? whyOff("audit.verify"),
      onRun: () => verify.mutate({}, started),
    },
    {
      id: "csv",
      text: words.csv,
      icon: <ArrowDownloadRegular />,
      off: exportOff,
      onRun: () => table.mutate(filters, { onError }),
    },
    {
      id: "ndjson",
      text: words.ndjson,
      icon: <ArrowDownloadRegular />,
      off: exportOff,
      onRun: () => lines.mutate(filters, { onError }),
    },
  ];
}
