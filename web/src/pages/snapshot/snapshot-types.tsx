import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Operations } from "../../api/operations.ts";
import { DataList } from "../../parts/data-list.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import { formatNumber } from "../../words/format.ts";
import { useSpoken, useWords } from "../../words/use-words.ts";
import { Section } from "../section.tsx";

const useStyles = makeStyles({ quiet: { margin: 0, color: tokens.colorNeutralForeground3 } });

type SnapshotTypesProps = {
  /** Undefined while they are asked for. */
  readonly types: Operations["listEntries"]["answer"]["types"];
  readonly typeName: (type: string) => string;
  /** The objects of a type: this page with its filter. */
  readonly hrefOf: (type: string) => string;
};

/** What a snapshot holds, by type. */
export function SnapshotTypes(props: SnapshotTypesProps): ReactElement {
  const { title } = useWords().snapshot.types;
  return (
    <Section title={title}>
      <PageStates hasData={props.types !== undefined}>
        <Counts {...props} />
      </PageStates>
    </Section>
  );
}

function Counts({ types = [], typeName, hrefOf }: SnapshotTypesProps): ReactElement {
  const { language, words } = useSpoken();
  const { quiet } = useStyles();
  const { title, type: typeHeader, objects, empty } = words.snapshot.types;
  const held = types
    .filter((each) => each.objects > 0)
    .toSorted((left, right) => typeName(left.type).localeCompare(typeName(right.type), language));
  const isEmpty = types.filter((each) => each.objects === 0 && each.state === "complete").length;
  return (
    <>
      <DataList
        label={title}
        size="section"
        rows={held}
        columns={[
          { id: "type", header: typeHeader, min: 140, share: 3, render: ({ type }) => typeName(type) },
          {
            id: "objects",
            header: objects,
            min: 80,
            share: 0,
            align: "end",
            render: (row) => formatNumber(language, row.objects),
          },
        ]}
        keyOf={({ type }) => type}
        nameOf={({ type }) => typeName(type)}
        hrefOf={({ type }) => hrefOf(type)}
      />
      {isEmpty > 0 && <p className={quiet}>{empty(isEmpty)}</p>}
    </>
  );
}
