import { AddRegular } from "@fluentui/react-icons/svg/add";
import { useContext } from "react";
import { useMe } from "../api/me.ts";
import type { Command } from "../parts/command.ts";
import { NavigateContext } from "../parts/navigate-context.ts";
import { useWords } from "../words/use-words.ts";

/** Where the consent of a tenant is gone on with by who looks after the platform. */
export function consentHref(tenantId: string): string {
  return `/tenants/new?${new URLSearchParams({ tenant: tenantId })}`;
}

/** Leads to the page that adds a tenant; for who looks after the platform. */
export function useAddTenant(): Command {
  const { command, off } = useWords().addTenant;
  const { data: me } = useMe();
  const navigate = useContext(NavigateContext);
  return {
    id: "add",
    text: command,
    icon: <AddRegular />,
    off: me === undefined || me.platform ? undefined : off,
    onRun: () => navigate?.("/tenants/new"),
  };
}
