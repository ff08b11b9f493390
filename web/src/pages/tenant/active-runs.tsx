import type { ReactElement } from "react";
import type { TenantSummary } from "../../api/operations.ts";
import { AppLink } from "../../parts/app-link.tsx";
import { DataList } from "../../parts/data-list.tsx";
import { useSpoken } from "../../words/use-words.ts";
import { runColumns, typeOf } from "../run-columns.tsx";
import { Section } from "../section.tsx";

/** What is queued or at work in a tenant. */
export function ActiveRuns({ summary }: { readonly summary: TenantSummary }): ReactElement {
  const spoken = useSpoken();
  const words = spoken.words.tenant.active;
  const operations = `/tenants/${summary.tenant.id}/operations`;
  return (
    <Section title={words.title} beside={<AppLink href={operations}>{words.all}</AppLink>}>
      {summary.active.length === 0 ? (
        <div>{words.none}</div>
      ) : (
        <DataList
          size="section"
          label={words.title}
          rows={summary.active}
          columns={runColumns(spoken)}
          keyOf={({ id }) => id}
          nameOf={(run) => typeOf(run, spoken)}
          hrefOf={({ id }) => `${operations}/${id}`}
        />
      )}
    </Section>
  );
}
