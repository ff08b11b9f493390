import type { ReactElement } from "react";
import type { Comparison } from "../../api/comparison.ts";
import { DataList } from "../../parts/data-list.tsx";
import { formatNumber } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { Section } from "../section.tsx";

type TypeTableProps = {
  readonly types: Comparison["byType"];
  readonly typeName: (type: string) => string;
  /** This page with the filter of a type. */
  readonly hrefOf: (type: string) => string;
};

const shown = ["added", "removed", "changed", "incomparable"] as const;

/** How many objects of each type differ, and how; types without a difference are left out. */
export function TypeTable({ types, typeName, hrefOf }: TypeTableProps): ReactElement {
  const { language, words } = useSpoken();
  const { types: own, changes } = words.compare;
  const rows = types.filter(({ counts }) => shown.some((change) => (counts[change] ?? 0) > 0));
  return (
    <Section title={own.title}>
      <DataList
        label={own.title}
        size="section"
        rows={rows}
        columns={[
          { id: "type", header: own.type, min: 140, share: 3, render: ({ type }) => typeName(type) },
          ...shown.map((change, index) => ({
            id: change,
            header: changes[change],
            min: 100,
            share: 1,
            align: "end" as const,
            dropsAt: index,
            render: ({ counts }: Comparison["byType"][number]) => formatNumber(language, counts[change] ?? 0),
          })),
        ]}
        keyOf={({ type }) => type}
        nameOf={({ type }) => typeName(type)}
        hrefOf={({ type }) => hrefOf(type)}
      />
    </Section>
  );
}
