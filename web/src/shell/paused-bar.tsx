import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useResumeEach } from "../api/each-tenant.ts";
import { useTenant } from "../api/tenant.ts";
import { useRights } from "../pages/use-rights.ts";
import { useToldOfEach } from "../pages/use-told-of-each.ts";
import { useWords } from "../words/use-words.ts";

type PausedBarProps = { readonly tenantId: string; readonly className?: string };

/** Says on each page of a tenant that its requests are stopped, with the way on for who may. */
export function PausedBar({ tenantId, className }: PausedBarProps): ReactElement | null {
  const { data: tenant } = useTenant(tenantId);
  const { pausedBar } = useWords().tenants;
  const resume = useResumeEach();
  const off = useRights(tenantId)("graph.pause");
  const { resumed } = useToldOfEach(tenant ? [tenant] : []);
  if (!tenant?.paused) return null;
  return (
    <MessageBar intent="warning" layout="multiline" className={className}>
      <MessageBarBody>
        <MessageBarTitle>{pausedBar.title(tenant.name)}</MessageBarTitle> {pausedBar.text}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          title={off}
          disabledFocusable={off !== undefined || resume.isPending}
          onClick={() => off === undefined && resume.mutate([tenantId], resumed)}
        >
          {pausedBar.resume}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
