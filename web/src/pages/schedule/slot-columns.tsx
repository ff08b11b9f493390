import type { Slot } from "../../api/operations.ts";
import { AppLink } from "../../parts/app-link.tsx";
import type { Column } from "../../parts/column.ts";
import { Time } from "../../parts/time.tsx";
import { formatNumber } from "../../words/format.ts";
import type { Spoken } from "../../words/use-words.ts";
import { SlotMark, whyOfSlot } from "../slot-mark.tsx";

type SlotsOf = { readonly tenantId: string; readonly timeZone: string };

/** The columns of the slots of a schedule. */
export function slotColumns({ language, words }: Spoken, { tenantId, timeZone }: SlotsOf): readonly Column<Slot>[] {
  const { slots } = words.schedule;
  return [
    {
      id: "due",
      header: slots.due,
      min: 150,
      render: ({ dueAt }) => <Time at={dueAt} face="clock" timeZone={timeZone} />,
    },
    { id: "outcome", header: slots.outcome, min: 130, render: (slot) => <SlotMark slot={slot} /> },
    {
      id: "why",
      header: slots.why,
      min: 160,
      share: 3,
      dropsAt: 2,
      render: (slot) => whyOfSlot(slot, words) ?? "",
    },
    {
      id: "before",
      header: slots.before,
      min: 140,
      share: 0,
      dropsAt: 3,
      align: "end",
      render: ({ missedBefore }) => formatNumber(language, missedBefore),
    },
    {
      id: "run",
      header: slots.run,
      min: 100,
      share: 0,
      dropsAt: 1,
      render: ({ runId }) =>
        runId !== null && <AppLink href={`/tenants/${tenantId}/operations/${runId}`}>{slots.openRun}</AppLink>,
    },
  ];
}
