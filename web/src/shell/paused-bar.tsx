import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useResumeEach } from "../api/each-tenant.ts";
import { usePlatformFacts, useResumeAll } from "../api/platform.ts";
import { useTenant } from "../api/tenant.ts";
import { useOutcomeToasts } from "../pages/use-outcome-toasts.ts";
import { useRights } from "../pages/use-rights.ts";
import { useStarted } from "../pages/use-started.ts";
import { useWords } from "../words/use-words.ts";

type PausedBarProps = { readonly tenantId: string; readonly className?: string | undefined };

type BarProps = {
  readonly title: string;
  /** Why this person may not resume, as a sentence. */
  readonly off: string | undefined;
  readonly isBusy: boolean;
  readonly onResume: () => void;
  readonly className?: string | undefined;
};

/** Says that requests are stopped, with the way on. */
function Bar({ title, off, isBusy, onResume, className }: BarProps): ReactElement {
  const { pausedBar } = useWords().tenants;
  return (
    <MessageBar intent="warning" layout="multiline" className={className}>
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {pausedBar.text}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          title={off}
          disabledFocusable={off !== undefined || isBusy}
          onClick={() => off === undefined && onResume()}
        >
          {pausedBar.resume}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** The same for all tenants, for who looks after the platform: nobody else is told. */
export function PlatformPausedBar({ className }: Pick<PausedBarProps, "className">): ReactElement | null {
  const { data: facts } = usePlatformFacts();
  const { pausedBar } = useWords().tenants;
  const resume = useResumeAll();
  const { onError } = useStarted();
  if (!facts?.paused) return null;
  return (
    <Bar
      title={pausedBar.platformTitle}
      off={undefined}
      isBusy={resume.isPending}
      onResume={() => resume.mutate(undefined, { onError })}
      className={className}
    />
  );
}

/** Says on each page of a tenant that its requests are stopped, with the way on for who may. */
export function PausedBar({ tenantId, className }: PausedBarProps): ReactElement | null {
  const { data: tenant } = useTenant(tenantId);
  const { pausedBar } = useWords().tenants;
  const resume = useResumeEach();
  const off = useRights(tenantId)("graph.pause");
  const { resumed } = useOutcomeToasts(tenant ? [tenant] : []);
  if (!tenant?.paused) return null;
  return (
    <Bar
      title={pausedBar.title(tenant.name)}
      off={off}
      isBusy={resume.isPending}
      onResume={() => resume.mutate([tenantId], resumed)}
      className={className}
    />
  );
}
