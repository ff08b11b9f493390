import type { InventoryObject } from "../../api/operations.ts";
import type { Column } from "../../parts/column.ts";
import { Time } from "../../parts/time.tsx";
import type { Spoken } from "../../words/use-words.ts";
import { platformOf } from "../object-facts.tsx";
import { ObjectState } from "../object-state.tsx";

/** The columns of the inventory. */
export function inventoryColumns(spoken: Spoken, nameOf: (type: string) => string): readonly Column<InventoryObject>[] {
  const { columns } = spoken.words.inventory;
  return [
    { id: "name", header: columns.name, min: 180, share: 3, render: ({ name }) => name },
    { id: "type", header: columns.type, min: 140, share: 2, dropsAt: 2, render: ({ type }) => nameOf(type) },
    { id: "state", header: columns.state, min: 110, render: (object) => <ObjectState object={object} /> },
    {
      id: "platform",
      header: columns.platform,
      min: 160,
      dropsAt: 4,
      render: ({ platform }) => platformOf(platform, spoken),
    },
    {
      id: "modified",
      header: columns.modified,
      min: 120,
      dropsAt: 3,
      render: ({ lastModified }) => lastModified && <Time at={lastModified} />,
    },
    {
      id: "seen",
      header: columns.lastSeen,
      min: 135,
      dropsAt: 5,
      render: ({ lastSeenAt }) => <Time at={lastSeenAt} />,
    },
  ];
}
