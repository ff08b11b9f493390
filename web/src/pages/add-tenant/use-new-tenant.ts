import { useState } from "react";
import { useCreateTenant } from "../../api/new-tenant.ts";
import type { Tenant } from "../../api/operations.ts";
import { Refusal } from "../../api/refusal.ts";
import { useDraft } from "../../api/use-draft.ts";
import { useUnsavedGuard } from "../../parts/use-unsaved-guard.ts";
import { useWords } from "../../words/use-words.ts";
import { fieldProblems } from "../field-problems.ts";
import { useProblemOf } from "../use-problem.ts";
import { blank, type FieldName, fieldNames, problemsOf, toNewTenant } from "./new-tenant-terms.ts";

/** A new tenant as it is being typed: what is wrong with it stands at its fields, told first by the page, then by the API. */
export function useNewTenant(onAdded: (tenant: Tenant) => void) {
  const words = useWords().addTenant.form;
  const draft = useDraft("tenant/new", blank);
  const create = useCreateTenant();
  const problem = useProblemOf(create.error);
  const [wasTried, setTried] = useState(false);
  const own = problemsOf(draft.value, words.problems);
  const theirs = new Map([...fieldProblems(create.error)].map(([field, text]) => [fieldOf(field), text]));
  useUnsavedGuard(JSON.stringify(draft.value) !== JSON.stringify(blank));
  return {
    typed: draft.value,
    change: draft.change,
    forget: draft.forget,
    isBusy: create.isPending,
    /** What no field says by itself. */
    problem: theirs.size > 0 && !theirs.has(undefined) ? undefined : problem,
    /** The id of a tenant that is there already. */
    existing: isExisting(create.error) ? create.variables?.id : undefined,
    errorOf: (field: FieldName): string | undefined => {
      if (wasTried && own.has(field)) return own.get(field);
      const refused = theirs.get(field);
      if (refused === undefined) return undefined;
      const known: Readonly<Record<string, string>> = words.problems;
      return known[field] ?? words.refused(refused);
    },
    submit: (): void => {
      setTried(true);
      if (own.size > 0 || create.isPending) return;
      create.mutate(toNewTenant(draft.value), {
        onSuccess: (tenant) => {
          draft.forget();
          onAdded(tenant);
        },
      });
    },
  };
}

/** The field of the form for one of the API; of a label that is too long, all labels. Undefined where the form has none. */
function fieldOf(field: string): FieldName | undefined {
  return fieldNames.find((name) => field === name || field.startsWith(`${name}.`));
}

function isExisting(error: Error | null): boolean {
  return error instanceof Refusal && error.facts.code === "tenant_exists";
}
