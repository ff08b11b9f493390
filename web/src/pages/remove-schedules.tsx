import type { ReactElement } from "react";
import type { Schedule } from "../api/operations.ts";
import { useDeleteSchedule } from "../api/schedule.ts";
import { ConfirmDialog } from "../parts/confirm-dialog.tsx";
import { useWords } from "../words/use-words.ts";
import { whenInWords } from "./schedule-when.ts";
import { toProblem } from "./to-problem.ts";

type RemoveSchedulesProps = {
  readonly tenantId: string;
  readonly schedules: readonly Schedule[];
  readonly onRemoved: () => void;
  readonly onClose: () => void;
};

/** Says what goes and what stays, and asks. */
export function RemoveSchedules({ tenantId, schedules, onRemoved, onClose }: RemoveSchedulesProps): ReactElement {
  const words = useWords();
  const { removing } = words.schedule;
  const remove = useDeleteSchedule(tenantId);
  const removeAll = async (): Promise<void> => {
    for (const { id } of schedules) await remove.mutateAsync(id);
    onRemoved();
    onClose();
  };
  return (
    <ConfirmDialog
      title={removing.title(schedules.length)}
      action={removing.action}
      // What was refused stands in the dialog, from the mutation itself.
      onConfirm={() => void removeAll().catch(() => undefined)}
      onClose={onClose}
      isBusy={remove.isPending}
      isDangerous
      problem={remove.error === null ? undefined : toProblem(remove.error, words, Date.now())}
    >
      <ul>
        {schedules.map(({ id, cron, timeZone }) => (
          <li key={id}>
            {whenInWords(cron, words)} ({timeZone})
          </li>
        ))}
      </ul>
      <p>{removing.gone}</p>
      <p>{removing.stays}</p>
    </ConfirmDialog>
  );
}
