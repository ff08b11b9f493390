import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import type { ReactElement } from "react";
import type { Schedule } from "../api/operations.ts";
import { StatusMark, type Tone } from "../parts/status-mark.tsx";
import { useNow } from "../parts/use-now.ts";
import { formatDuration } from "../words/format.ts";
import { useSpoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";

const looks: Readonly<Record<string, readonly [Tone, ReactElement]>> = {
  kept: ["good", <CheckmarkCircleRegular key="sign" />],
  broken: ["bad", <ErrorCircleRegular key="sign" />],
};

const redrawnEveryMs = 10_000;

/** Whether the promise of a schedule is kept, and for how long. */
export function PromiseMark({ schedule }: { readonly schedule: Schedule }): ReactElement {
  const { language, words } = useSpoken();
  const now = useNow(redrawnEveryMs);
  const { state, since } = schedule.promise;
  const [tone, sign] = looks[state] ?? ["quiet", <CircleRegular key="sign" />];
  const word = wordFor(words.schedule.promiseStates, state);
  const said =
    state === "none"
      ? word
      : words.schedules.lasting(word, formatDuration(language, Math.max(1_000, now - Date.parse(since))));
  const { promised, noPromise } = words.schedule;
  const reason = schedule.promiseHours === null ? noPromise : promised(schedule.promiseHours);
  return <StatusMark tone={tone} sign={sign} word={said} reason={reason} />;
}
