import { type ReactElement, useMemo } from "react";
import type { Schedule } from "../api/operations.ts";
import { useChangeSchedule, useCreateSchedule } from "../api/schedule.ts";
import { useTenant } from "../api/tenant.ts";
import { useDraft } from "../api/use-draft.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { useShowToast } from "../parts/toasts.tsx";
import { useWords } from "../words/use-words.ts";
import { fieldProblems } from "./field-problems.ts";
import { NextTimes } from "./next-times.tsx";
import { OtherFields } from "./schedule-other-fields.tsx";
import { changedTerms, cronOf, toTerms, toTyped } from "./schedule-terms.ts";
import { TypeFields } from "./schedule-type-fields.tsx";
import { WhenFields } from "./schedule-when-fields.tsx";
import { toProblem } from "./to-problem.ts";
import { useSchedulePreviewOf } from "./use-schedule-preview-of.ts";

type ScheduleFormProps = {
  readonly tenantId: string;
  /** The one to change; without it a new one is made. */
  readonly schedule?: Schedule | undefined;
  readonly onClose: () => void;
};

/** Makes or changes a schedule, and says when it would be due before it is saved. */
export function ScheduleForm({ tenantId, schedule, onClose }: ScheduleFormProps): ReactElement {
  const words = useWords().schedule.form;
  const initial = useMemo(() => toTyped(schedule), [schedule]);
  const { value, change, forget } = useDraft(`schedule ${tenantId} ${schedule?.id ?? "new"}`, initial);
  const { data: tenant } = useTenant(tenantId);
  const timeZone = value.timeZone || (tenant?.timeZone ?? "");
  const preview = useSchedulePreviewOf(tenantId, cronOf(value), timeZone);
  const { send, error, isBusy } = useSend(tenantId, schedule, () => {
    forget();
    onClose();
  });
  const said = new Map([...fieldProblems(preview.error), ...fieldProblems(error)]);
  const errorOf = (field: string): string | undefined => {
    const problem = said.get(field);
    if (problem === undefined) return undefined;
    const known: Readonly<Record<string, string>> = words.problems;
    return known[field] ?? words.refused(problem);
  };
  return (
    <FormDialog
      title={schedule ? words.editTitle : words.newTitle}
      action={schedule ? words.save : words.create}
      onSubmit={() => send(initial, value)}
      onClose={onClose}
      isChanged={JSON.stringify(value) !== JSON.stringify(initial)}
      isBusy={isBusy}
      problem={useFormProblem(error)}
    >
      <WhenFields typed={value} change={change} errorOf={errorOf} timeZone={timeZone} />
      <NextTimes next={preview.next} timeZone={timeZone} />
      <TypeFields tenantId={tenantId} typed={value} change={change} errorOf={errorOf} />
      <OtherFields typed={value} change={change} errorOf={errorOf} />
    </FormDialog>
  );
}

const fields: ReadonlySet<string> = new Set([
  "cron",
  "timeZone",
  "jitterMinutes",
  "types",
  "promiseHours",
  "missedSlots",
]);

/** A refusal whose fields all say it themselves needs no bar. */
function useFormProblem(error: Error | null) {
  const words = useWords();
  if (error === null) return undefined;
  const refused = [...fieldProblems(error).keys()];
  const isAtFields = refused.length > 0 && refused.every((field) => fields.has(field));
  return isAtFields ? undefined : toProblem(error, words, Date.now());
}

function useSend(tenantId: string, schedule: Schedule | undefined, onDone: () => void) {
  const words = useWords().schedule.form;
  const show = useShowToast();
  const create = useCreateSchedule(tenantId);
  const edit = useChangeSchedule(tenantId);
  const onSuccess = (): void => {
    show({ title: schedule ? words.saved : words.created, intent: "success" });
    onDone();
  };
  return {
    error: create.error ?? edit.error,
    isBusy: create.isPending || edit.isPending,
    send: (before: ReturnType<typeof toTyped>, typed: ReturnType<typeof toTyped>) => {
      if (schedule === undefined) return create.mutate(toTerms(typed), { onSuccess });
      return edit.mutate({ scheduleId: schedule.id, ...changedTerms(before, typed) }, { onSuccess });
    },
  };
}
