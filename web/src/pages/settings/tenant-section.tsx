import { ArchiveRegular } from "@fluentui/react-icons/svg/archive";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { ProhibitedRegular } from "@fluentui/react-icons/svg/prohibited";
import { type ReactElement, useState } from "react";
import type { Tenant } from "../../api/operations.ts";
import { type TenantAct, useTenantTag } from "../../api/tenant.ts";
import { CommandBar } from "../../parts/command-bar.tsx";
import { FactsList } from "../../parts/facts-list.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { Section } from "../section.tsx";
import { TenantState } from "../tenant-state.tsx";
import { ActDialog } from "./act-dialog.tsx";
import { TermsDialog } from "./terms-dialog.tsx";

type TenantSectionProps = { readonly tenant: Tenant; readonly whyOff: string | undefined };

/** What a tenant is called and where it stands, with what its owners may do about it. */
export function TenantSection({ tenant, whyOff }: TenantSectionProps): ReactElement {
  const spoken = useSpoken();
  const { tenant: words } = spoken.words.settings;
  const etag = useTenantTag(tenant.id);
  const [open, setOpen] = useState<TenantAct["act"] | "edit">();
  const close = (): void => setOpen(undefined);
  const archived = tenant.state === "archived" ? words.archivedStays : undefined;
  const isSuspended = tenant.state === "suspended";
  return (
    <Section title={words.title}>
      <CommandBar
        commands={[
          {
            id: "edit",
            text: words.edit,
            icon: <EditRegular />,
            off: whyOff ?? archived,
            onRun: () => setOpen("edit"),
          },
          isSuspended
            ? {
                id: "resume",
                text: words.acts.resume.text,
                icon: <PlayRegular />,
                off: whyOff,
                onRun: () => setOpen("resume"),
              }
            : {
                id: "suspend",
                text: words.acts.suspend.text,
                icon: <ProhibitedRegular />,
                off: whyOff ?? archived,
                onRun: () => setOpen("suspend"),
              },
          {
            id: "archive",
            text: words.acts.archive.text,
            icon: <ArchiveRegular />,
            off: whyOff ?? archived ?? (isSuspended ? undefined : words.suspendFirst),
            onRun: () => setOpen("archive"),
          },
        ]}
      />
      <FactsList
        facts={[
          { term: words.name, value: tenant.name },
          { term: words.timeZone, value: tenant.timeZone },
          { term: words.labels, value: tenant.labels.length === 0 ? words.noLabels : tenant.labels.join(", ") },
          { term: words.state, value: <TenantState tenant={tenant} spoken={spoken} /> },
          ...(isSuspended || archived ? [{ term: words.reason, value: tenant.stateReason ?? "" }] : []),
        ]}
      />
      {open === "edit" && etag !== undefined && <TermsDialog tenant={tenant} etag={etag} onClose={close} />}
      {open !== undefined && open !== "edit" && <ActDialog tenant={tenant} act={open} onClose={close} />}
    </Section>
  );
}
