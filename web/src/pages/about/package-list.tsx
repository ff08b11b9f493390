import type { ReactElement } from "react";
import { type PackageInside, usePackagesInside } from "../../api/deployed.ts";
import type { Column } from "../../parts/column.ts";
import { DataList } from "../../parts/data-list.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { useWords } from "../../words/use-words.ts";
import { Section } from "../section.tsx";
import { useProblem } from "../use-problem.ts";

const keyOf = ({ name, version }: PackageInside): string => `${name} ${version}`;

/** What the portal is made of, with licences. */
export function PackageList(): ReactElement {
  const { licences, columns, packages } = useWords().about;
  const query = usePackagesInside();
  const shown: readonly Column<PackageInside>[] = [
    { id: "name", header: columns.name, min: 160, share: 3, render: ({ name }) => name },
    { id: "version", header: columns.version, min: 90, dropsAt: 1, render: ({ version }) => version },
    { id: "license", header: columns.license, min: 90, render: ({ license }) => license },
  ];
  const rows = query.data ?? [];
  return (
    <Section title={licences} beside={query.data && packages(rows.length)}>
      <PageStates
        hasData={query.data !== undefined}
        problem={useProblem(query)}
        onTryAgain={() => void query.refetch()}
      >
        <DataList
          label={licences}
          rows={rows}
          columns={shown}
          keyOf={keyOf}
          nameOf={({ name }) => name}
          size="section"
        />
      </PageStates>
    </Section>
  );
}
