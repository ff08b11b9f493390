import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import type { ComparedObject } from "../../api/operations.ts";
import type { Column } from "../../parts/column.ts";
import { StatusMark } from "../../parts/status-mark.tsx";
import { formatNumber } from "../../words/format.ts";
import type { Spoken } from "../../words/use-words.ts";
import { objectKey } from "../open-href.ts";
import { ChangeMark } from "./change-mark.tsx";

type Known = {
  readonly typeName: (type: string) => string;
  readonly viewed: ReadonlySet<string>;
};

/** The columns of the list of objects that differ. */
export function objectColumns(
  { language, words }: Spoken,
  { typeName, viewed }: Known,
): readonly Column<ComparedObject>[] {
  const { columns, tree } = words.compare;
  return [
    { id: "name", header: columns.name, min: 200, share: 4, render: ({ name }) => name, title: ({ name }) => name },
    { id: "change", header: columns.change, min: 120, share: 0, render: ({ change }) => <ChangeMark kind={change} /> },
    {
      id: "count",
      header: columns.count,
      min: 110,
      share: 0,
      align: "end",
      dropsAt: 1,
      render: (row) => countText(row, language, tree.unknownCount),
    },
    {
      id: "viewed",
      header: columns.viewed,
      min: 110,
      share: 0,
      dropsAt: 2,
      render: (row) =>
        viewed.has(objectKey(row)) && <StatusMark tone="quiet" sign={<CheckmarkRegular />} word={tree.viewed} />,
    },
    { id: "type", header: columns.type, min: 130, share: 1.5, dropsAt: 3, render: ({ type }) => typeName(type) },
  ];
}

function countText({ change, counts }: ComparedObject, language: Spoken["language"], unknown: string): string {
  if (change !== "changed") return "";
  if (counts === null) return unknown;
  const { added, removed, changed, moved } = counts;
  return formatNumber(language, added + removed + changed + moved);
}
