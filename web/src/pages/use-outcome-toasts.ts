import type { OfEach } from "../api/each-tenant.ts";
import { useShowToast } from "../parts/toasts.tsx";
import { useSpoken } from "../words/use-words.ts";
import { wordFor } from "../words/word-for.ts";
import { namesOf } from "./use-rights.ts";
import { useStarted, whyRefused } from "./use-started.ts";

type Named = { readonly id: string; readonly name: string };
type Started = { readonly type: string; readonly reused: boolean; readonly viewUrl: string };

/** Says what came of a command for each of these tenants: what was done, and in one more toast what was refused and why. */
export function useOutcomeToasts(tenants: readonly Named[]) {
  const show = useShowToast();
  const { language, words } = useSpoken();
  const { onSuccess: startedOne, onError } = useStarted();
  const { commands } = words.tenants;
  const reporting =
    <Result>(showDone: (done: readonly Result[]) => void) =>
    ({ done, refused }: OfEach<Result>): void => {
      if (done.length > 0) showDone(done);
      const [first] = refused;
      if (first === undefined) return;
      const ids = new Set(refused.map(({ tenantId }) => tenantId));
      const names = namesOf(
        tenants.filter(({ id }) => ids.has(id)),
        language,
      );
      show({ title: commands.refusedIn(names, whyRefused(first.error, words)), intent: "error" });
    };
  const startedAll = (runs: readonly Started[]): void => {
    const [run] = runs;
    if (run === undefined) return;
    if (runs.length === 1) {
      startedOne(run);
      return;
    }
    const what = wordFor(words.terms.runTypes, run.type);
    const link = { text: commands.viewRuns, href: "/notifications" };
    show({ title: commands.startedIn(what, runs.length), intent: "info", link });
  };
  return {
    started: { onSuccess: reporting<Started>(startedAll), onError },
    paused: {
      onSuccess: reporting((done) => show({ title: commands.pausedIn(done.length), intent: "success" })),
      onError,
    },
    resumed: {
      onSuccess: reporting((done) => show({ title: commands.resumedIn(done.length), intent: "success" })),
      onError,
    },
  };
}
