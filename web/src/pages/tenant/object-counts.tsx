import type { ReactElement } from "react";
import type { TenantSummary } from "../../api/operations.ts";
import type { Column } from "../../parts/column.ts";
import { DataList } from "../../parts/data-list.tsx";
import { Time } from "../../parts/time.tsx";
import { formatNumber } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { Section } from "../section.tsx";
import { useObjectTypes } from "../use-object-types.ts";

type ObjectCount = TenantSummary["objects"][number];

/** How many objects of each type there are, by the type's name; each leads to them. */
export function ObjectCounts({ summary }: { readonly summary: TenantSummary }): ReactElement {
  const { language, words } = useSpoken();
  const { objects } = words.tenant;
  const { nameOf } = useObjectTypes(summary.tenant.id);
  const rows = summary.objects.toSorted((a, b) => nameOf(a.type).localeCompare(nameOf(b.type), language));
  const columns: readonly Column<ObjectCount>[] = [
    { id: "type", header: objects.type, min: 180, share: 4, render: ({ type }) => nameOf(type) },
    {
      id: "count",
      header: objects.count,
      min: 90,
      align: "end",
      render: ({ present }) => formatNumber(language, present),
    },
  ];
  return (
    <Section
      title={objects.title}
      beside={
        <span>
          {objects.asOf} <Time at={summary.asOf} />
        </span>
      }
    >
      <DataList
        size="section"
        label={objects.title}
        rows={rows}
        columns={columns}
        keyOf={({ type }) => type}
        nameOf={({ type }) => nameOf(type)}
        hrefOf={({ type }) => `/tenants/${summary.tenant.id}/inventory?type=${encodeURIComponent(type)}&state=present`}
      />
    </Section>
  );
}
