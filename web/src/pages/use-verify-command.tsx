import { ClipboardTaskListLtrRegular } from "@fluentui/react-icons/svg/clipboard-task-list-ltr";
import { useVerifyTenant } from "../api/readiness.ts";
import type { Command } from "../parts/command.ts";
import { useWords } from "../words/use-words.ts";
import { useIsPlatform, useRights } from "./use-rights.ts";
import { useStarted } from "./use-started.ts";

/** Checks a tenant: for who has the right in it, and for who looks after the platform. */
export function useVerifyCommand(tenantId: string): Command {
  const { verify: text } = useWords().readiness;
  const whyOff = useRights(tenantId)("tenant.verify");
  const isPlatform = useIsPlatform();
  const started = useStarted();
  const verify = useVerifyTenant(tenantId);
  return {
    id: "verify",
    text,
    icon: <ClipboardTaskListLtrRegular />,
    off: isPlatform ? undefined : whyOff,
    onRun: () => verify.mutate({}, started),
  };
}
