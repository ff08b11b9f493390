import type { ReactElement } from "react";
import type { TenantSummary } from "../../api/operations.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { ListSection } from "../list-section.tsx";
import { runColumns, typeOf } from "../run-columns.tsx";

/** What is queued or at work in a tenant. */
export function ActiveRuns({ summary }: { readonly summary: TenantSummary }): ReactElement {
  const spoken = useSpoken();
  const words = spoken.words.tenant.active;
  const operations = `/tenants/${summary.tenant.id}/operations`;
  return (
    <ListSection
      title={words.title}
      beside={<AppLink href={operations}>{words.all}</AppLink>}
      none={words.none}
      rows={summary.active}
      columns={runColumns(spoken)}
      keyOf={({ id }) => id}
      nameOf={(run) => typeOf(run, spoken)}
      hrefOf={({ id }) => `${operations}/${id}`}
    />
  );
}
