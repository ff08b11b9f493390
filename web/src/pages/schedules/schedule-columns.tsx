import { PauseCircleRegular } from "@fluentui/react-icons/svg/pause-circle";
import type { Schedule } from "../../api/operations.ts";
import type { Column } from "../../parts/column.ts";
import { StatusMark } from "../../parts/status-mark.tsx";
import { Time } from "../../parts/time.tsx";
import { formatDateTime } from "../../words/format.ts";
import type { Spoken } from "../../words/use-words.ts";
import type { Words } from "../../words/words.ts";
import { PromiseMark } from "../promise-mark.tsx";
import { whenInWords } from "../schedule-when.ts";
import { SlotMark } from "../slot-mark.tsx";

/** The columns of the list of schedules. */
export function scheduleColumns(
  { language, words }: Spoken,
  nameOf: (type: string) => string,
): readonly Column<Schedule>[] {
  const { columns } = words.schedules;
  return [
    {
      id: "when",
      header: columns.when,
      min: 150,
      share: 2,
      render: ({ cron }) => whenInWords(cron, words),
      title: ({ cron }) => cron,
    },
    { id: "timeZone", header: columns.timeZone, min: 120, dropsAt: 3, render: ({ timeZone }) => timeZone },
    {
      id: "types",
      header: columns.types,
      min: 100,
      dropsAt: 4,
      render: ({ types }) => typesInWords(types, words),
      title: ({ types }) => types?.map(nameOf).join(", ") ?? words.schedule.allTypes,
    },
    {
      id: "promise",
      header: columns.promise,
      min: 150,
      share: 1.5,
      render: (schedule) => <PromiseMark schedule={schedule} />,
    },
    {
      id: "next",
      header: columns.next,
      min: 150,
      dropsAt: 1,
      render: ({ nextSlotAt, timeZone, paused }) =>
        paused ? (
          <StatusMark tone="quiet" sign={<PauseCircleRegular />} word={words.schedule.paused} />
        ) : (
          <Time at={nextSlotAt} face="clock" timeZone={timeZone} />
        ),
    },
    {
      id: "last",
      header: columns.last,
      min: 150,
      dropsAt: 2,
      render: ({ lastSlot }) => (lastSlot === null ? null : <SlotMark slot={lastSlot} />),
      title: ({ lastSlot, timeZone }) => (lastSlot === null ? "" : formatDateTime(language, lastSlot.at, timeZone)),
    },
  ];
}

function typesInWords(types: readonly string[] | null, { schedule }: Words): string {
  return types === null ? schedule.allTypes : schedule.someTypes(types.length);
}
