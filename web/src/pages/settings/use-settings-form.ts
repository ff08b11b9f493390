import type { TenantSettings } from "../../api/operations.ts";
import { useChangeSettings } from "../../api/settings.ts";
import { useDraft } from "../../api/use-draft.ts";
import { useShowToast } from "../../parts/toasts.tsx";
import { useUnsavedGuard } from "../../parts/use-unsaved-guard.ts";
import { useWords } from "../../words/use-words.ts";
import { useStarted } from "../use-started.ts";

type FormOptions = {
  readonly tenantId: string;
  readonly saved: TenantSettings;
  readonly etag: string;
  readonly onDone: () => void;
};

/** Settings as they are being changed; `etag` is of those that the change is based on, also after a sign-in in its middle. */
export function useSettingsForm({ tenantId, saved, etag, onDone }: FormOptions) {
  const words = useWords().settings;
  const show = useShowToast();
  const { onError } = useStarted();
  const { mostRestore, withheld, highRiskEnabled } = saved;
  const draft = useDraft(`settings ${tenantId}`, { mostRestore, withheld, highRiskEnabled, etag });
  const { etag: basedOn, ...value } = draft.value;
  const save = useChangeSettings(tenantId);
  const isChanged = !isSame(value, saved);
  useUnsavedGuard(isChanged);
  const done = (): void => {
    draft.forget();
    onDone();
  };
  const saveOver = (tag: string): void => {
    if (save.isPending) return;
    save.mutate(
      { change: value, etag: tag },
      {
        onSuccess: (theirs) => {
          // What somebody else changed is shown in the page.
          if (theirs !== null) return;
          show({ title: words.saved, intent: "success" });
          done();
        },
        onError,
      },
    );
  };
  return {
    value,
    isChanged,
    theirs: save.data ?? undefined,
    change: draft.change,
    save: () => saveOver(basedOn),
    saveOver,
    discard: done,
  };
}

/** Whether both say the same; the order of types says nothing. */
function isSame(a: TenantSettings, b: TenantSettings): boolean {
  const same = (left: readonly string[], right: readonly string[]) =>
    left.toSorted().join("\n") === right.toSorted().join("\n");
  return a.mostRestore === b.mostRestore && same(a.withheld, b.withheld) && same(a.highRiskEnabled, b.highRiskEnabled);
}
