import type { ReactElement } from "react";
import type { TenantSettings } from "../../api/operations.ts";
import { TheirsBesideMine } from "../../parts/theirs-beside-mine.tsx";
import { formatList } from "../../words/format.ts";
import { useSpoken } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { useObjectTypes } from "../use-object-types.ts";
import type { useSettingsForm } from "./use-settings-form.ts";

type SettingsForm = ReturnType<typeof useSettingsForm>;

type ChangedBarProps = {
  readonly tenantId: string;
  readonly form: SettingsForm;
  readonly theirs: NonNullable<SettingsForm["theirs"]>;
};

/** Theirs beside mine, after somebody else saved first. */
export function ChangedBar({ tenantId, form, theirs }: ChangedBarProps): ReactElement {
  const words = useSpoken().words.settings.changed;
  const inWords = useSettingsInWords(tenantId);
  const [before, mine] = [inWords(theirs.body), inWords(form.value)];
  return (
    <TheirsBesideMine
      title={words.title}
      rows={before.map(([term, value], index) => ({ term, theirs: value, mine: mine[index]?.[1] ?? "" }))}
      onKeepMine={() => form.saveOver(theirs.etag ?? "")}
      onTakeTheirs={form.discard}
    />
  );
}

/** Settings as terms with their values. */
function useSettingsInWords(tenantId: string) {
  const { language, words } = useSpoken();
  const { nameOf } = useObjectTypes(tenantId);
  const { changed, restore } = words.settings;
  const types = (ids: readonly string[]): string =>
    ids.length === 0 ? changed.none : formatList(language, ids.map(nameOf).toSorted());
  return ({ mostRestore, withheld, highRiskEnabled }: TenantSettings): readonly (readonly [string, string])[] => [
    [restore.label, wordFor(words.terms.restoreLevels, mostRestore)],
    [changed.withheld, types(withheld)],
    [changed.highRisk, types(highRiskEnabled)],
  ];
}
