import type { GroupAssignment } from "../../api/operations.ts";
import type { Column } from "../../parts/column.ts";
import type { Spoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { platformOf } from "../object-facts.tsx";

/** The columns of what reaches a group. */
export function assignmentColumns(
  spoken: Spoken,
  nameOf: (type: string) => string,
): readonly Column<GroupAssignment>[] {
  const { columns, reach } = spoken.words.assignments;
  return [
    { id: "name", header: columns.name, min: 180, share: 3, render: ({ name }) => name },
    { id: "reach", header: columns.reach, min: 130, render: (object) => reach[object.reach] },
    { id: "by", header: columns.by, min: 200, share: 3, dropsAt: 2, render: (object) => byOf(object, spoken) },
    { id: "type", header: columns.type, min: 140, share: 2, dropsAt: 3, render: ({ type }) => nameOf(type) },
    {
      id: "platform",
      header: columns.platform,
      min: 160,
      dropsAt: 4,
      render: ({ platform }) => platformOf(platform, spoken),
    },
  ];
}

/** Each assignment that concerns the group: of whom it is, how, and with which filter. */
function byOf({ targets }: GroupAssignment, spoken: Spoken): string {
  return targets.map((target) => targetText(target, spoken)).join("; ");
}

function targetText(target: GroupAssignment["targets"][number], { words }: Spoken): string {
  const { modes, filtered, unknownFilter, targets, intents } = words.assignments;
  const whom = targets[target.target];
  const intent = target.intent === "apply" ? null : target.intent;
  const parts = [
    target.mode === "exclude" ? modes.exclude(whom) : whom,
    intent === null ? "" : wordFor(intents, intent),
  ];
  if (target.filterId !== null)
    parts.push(filtered(target.filterName ?? unknownFilter, target.filterType === "exclude"));
  return parts.filter((part) => part !== "").join(", ");
}
