import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { type ReactElement, type SubmitEvent, useContext, useEffect, useRef, useState } from "react";
import type { Tenant } from "../../api/operations.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { NavigateContext } from "../../parts/navigate-context.ts";
import { ProblemBar } from "../../parts/problem-bar.tsx";
import { useWords } from "../../words/use-words.ts";
import { Section } from "../section.tsx";
import { consentHref } from "../use-add-tenant.tsx";
import { OwnerFields } from "./owner-fields.tsx";
import { TenantFields } from "./tenant-fields.tsx";
import { useNewTenant } from "./use-new-tenant.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXL, maxWidth: "560px" },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Names a tenant and its first owner. */
export function NewTenantForm({ onAdded }: { readonly onAdded: (tenant: Tenant) => void }): ReactElement {
  const styles = useStyles();
  const { addTenant, parts } = useWords();
  const words = addTenant.form;
  const navigate = useContext(NavigateContext);
  const form = useNewTenant(onAdded);
  const { element, tried } = useFocusOnError();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    form.submit();
    tried();
  };
  return (
    <form ref={element} className={styles.form} onSubmit={submit} noValidate>
      <Section title={words.tenant}>
        <TenantFields {...form} />
      </Section>
      <Section title={words.owner}>
        <p className={styles.lead}>{words.ownerLead}</p>
        <OwnerFields {...form} />
      </Section>
      {form.problem && <ProblemBar problem={form.problem} />}
      {form.existing !== undefined && <AppLink href={consentHref(form.existing)}>{words.goOnThere}</AppLink>}
      <div className={styles.buttons}>
        <Button
          type="submit"
          appearance="primary"
          disabledFocusable={form.isBusy}
          icon={form.isBusy ? <Spinner size="tiny" aria-hidden="true" /> : null}
        >
          {form.isBusy ? parts.dialogs.working : words.add}
        </Button>
        <Button
          onClick={() => {
            form.forget();
            navigate?.("/tenants");
          }}
        >
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

/** After a try, the first field that is wrong takes the focus. */
function useFocusOnError() {
  const element = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);
  return { element, tried: () => setTries(tries + 1) };
}
