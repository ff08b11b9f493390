import type { Schedule } from "../../api/operations.ts";
import type { Fact } from "../../parts/facts-list.tsx";
import { Time } from "../../parts/time.tsx";
import { formatList } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { whenInWords } from "../schedule-when.ts";
import { useObjectTypes } from "../use-object-types.ts";

/** What a schedule does, and what it promises. */
export function useScheduleFacts(schedule: Schedule): readonly Fact[] {
  const { language, words } = useSpoken();
  const { facts, allTypes, missedSlots, paused, promised, noPromise, jitter } = words.schedule;
  const { nameOf } = useObjectTypes(schedule.tenantId);
  const { cron, timeZone, types, promiseHours, promise, nextSlotAt } = schedule;
  const next = <Time at={nextSlotAt} face="clock" timeZone={timeZone} />;
  return [
    { term: facts.when, value: whenInWords(cron, words) },
    { term: facts.cron, value: <code>{cron}</code> },
    { term: facts.timeZone, value: timeZone },
    { term: facts.next, value: schedule.paused ? paused : next },
    { term: facts.jitter, value: jitter(schedule.jitterMinutes) },
    { term: facts.missed, value: wordFor(missedSlots, schedule.missedSlots) },
    { term: facts.types, value: types === null ? allTypes : formatList(language, types.map(nameOf)) },
    { term: facts.promise, value: promiseHours === null ? noPromise : promised(promiseHours) },
    ...(promise.state === "none"
      ? []
      : [
          {
            term: promise.state === "broken" ? facts.brokenSince : facts.keptSince,
            value: <Time at={promise.since} face="clock" timeZone={timeZone} />,
          },
        ]),
    { term: facts.lastComplete, value: <Time at={promise.lastCompleteAt} /> },
    { term: facts.created, value: <Time at={schedule.createdAt} /> },
  ];
}
