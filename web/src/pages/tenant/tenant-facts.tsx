import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Tenant } from "../../api/operations.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { FactsList } from "../../parts/facts-list.tsx";
import { Time } from "../../parts/time.tsx";
import { useWords } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { codeWords } from "../code-words.ts";
import { Section } from "../section.tsx";

/** Why a tenant needs somebody, and what helps. */
export function AttentionBar({ tenant }: { readonly tenant: Tenant }): ReactElement | null {
  const words = useWords();
  if (tenant.state !== "attention") return null;
  const { title, help = words.tenant.attentionHelp } = codeWords(tenant.stateReason ?? "", words);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title || words.tenants.states.attention}</MessageBarTitle> {help}
      </MessageBarBody>
      <MessageBarActions>
        <AppLink href={`/tenants/${tenant.id}?tab=readiness`}>{words.tenant.seeReadiness}</AppLink>
        <AppLink href={`/tenants/${tenant.id}/operations?outcome=failed`}>{words.tenant.active.all}</AppLink>
      </MessageBarActions>
    </MessageBar>
  );
}

export function TenantFacts({ tenant }: { readonly tenant: Tenant }): ReactElement {
  const { terms, tenant: words, tenants } = useWords();
  const { facts } = words;
  return (
    <Section title={facts.title}>
      <FactsList
        facts={[
          { term: facts.role, value: tenant.myRole === null ? tenants.noRole : wordFor(terms.roles, tenant.myRole) },
          { term: facts.timeZone, value: tenant.timeZone },
          { term: facts.lastComplete, value: <Time at={tenant.lastCompleteSnapshotAt} /> },
          {
            term: facts.id,
            value: (
              <>
                {tenant.id} <CopyButton text={tenant.id} thing={facts.id} />
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
