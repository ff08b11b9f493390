import type { ReactElement, ReactNode } from "react";
import { DataList, type DataListProps } from "../parts/data-list.tsx";
import { Section } from "./section.tsx";

type ListSectionProps<Row> = Omit<DataListProps<Row>, "label" | "size"> & {
  readonly title: string;
  readonly beside?: ReactNode;
  /** Said in place of a list without rows. */
  readonly none: ReactNode;
};

/** A list as one section of a page. */
export function ListSection<Row>({ title, beside, none, ...list }: ListSectionProps<Row>): ReactElement {
  return (
    <Section title={title} beside={beside}>
      {list.rows.length === 0 ? <div>{none}</div> : <DataList {...list} size="section" label={title} />}
    </Section>
  );
}
