import { useSchedulePreview } from "../api/schedule.ts";
import { useSettled } from "./use-settled.ts";

const settlesAfterMs = 400;

/** The next times of what is typed, asked for once it rests. */
export function useSchedulePreviewOf(tenantId: string, cron: string, timeZone: string) {
  const settled = useSettled(cron, settlesAfterMs);
  const { data, error } = useSchedulePreview(tenantId, { cron: settled, timeZone });
  const isKnown = cron !== "" && error === null;
  return { next: isKnown ? data?.next : undefined, error: settled === cron ? error : null };
}
