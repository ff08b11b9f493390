import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from "@fluentui/react-components";
import { ArrowUndoRegular } from "@fluentui/react-icons/svg/arrow-undo";
import { SaveRegular } from "@fluentui/react-icons/svg/save";
import type { ComponentProps, ReactElement } from "react";
import type { TenantSettings } from "../../api/operations.ts";
import { useTenant } from "../../api/tenant.ts";
import { CommandBar } from "../../parts/command-bar.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { PageStates } from "../../parts/page-states.tsx";
import type { Problem } from "../../parts/problem.ts";
import { SelectField } from "../../parts/select-field.tsx";
import { useWords } from "../../words/use-words.ts";
import { wordFor } from "../../words/word-for.ts";
import { PageBody } from "../page-body.tsx";
import { Section } from "../section.tsx";
import { useRights } from "../use-rights.ts";
import { useTenantCommands } from "../use-tenant-commands.tsx";
import { ChangedBar } from "./changed-bar.tsx";
import { ConsentSection } from "./consent-section.tsx";
import { TenantSection } from "./tenant-section.tsx";
import { TypeSwitches } from "./type-switches.tsx";
import { useSettingsForm } from "./use-settings-form.ts";

const levels = ["none", "preview_only", "enabled"] as const;

const useStyles = makeStyles({ field: { maxWidth: "420px" } });

type SettingsFormProps = {
  readonly tenantId: string;
  /** As they are now, with their tag. */
  readonly saved: TenantSettings;
  readonly etag: string;
  readonly header: ComponentProps<typeof PageHeader>;
  readonly problem: Problem | undefined;
  readonly onDone: () => void;
};

/** Settings that can be changed; without the right they can be read. */
export function SettingsForm(props: SettingsFormProps): ReactElement {
  const { tenantId, header, problem } = props;
  const styles = useStyles();
  const { settings: words, terms } = useWords();
  const form = useSettingsForm(props);
  const { data: tenant } = useTenant(tenantId);
  const { pause, resume, dialog } = useTenantCommands(tenant ? [tenant] : []);
  const whyOff = useRights(tenantId)("setting.write");
  const off = whyOff ?? (form.isChanged ? undefined : words.nothingChanged);
  return (
    <PageBody>
      <PageHeader {...header}>
        <CommandBar
          commands={[
            { id: "save", text: words.save, icon: <SaveRegular />, off, onRun: form.save },
            { id: "discard", text: words.discard, icon: <ArrowUndoRegular />, off, onRun: form.discard },
            tenant?.paused ? resume : pause,
          ]}
        />
      </PageHeader>
      {whyOff !== undefined && (
        <MessageBar layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.readOnly}</MessageBarTitle> {whyOff}
          </MessageBarBody>
        </MessageBar>
      )}
      {form.theirs && <ChangedBar tenantId={tenantId} form={form} theirs={form.theirs} />}
      <PageStates hasData problem={problem}>
        <PageBody>
          {tenant && <TenantSection tenant={tenant} whyOff={whyOff} />}
          {tenant && <ConsentSection tenant={tenant} whyOff={whyOff} />}
          <Section title={words.restore.title}>
            <div className={styles.field}>
              <SelectField
                label={words.restore.label}
                hint={words.restore.hint}
                isOff={whyOff !== undefined}
                options={levels.map((value) => ({ value, text: wordFor(terms.restoreLevels, value) }))}
                value={form.value.mostRestore}
                onChange={(value) => {
                  const mostRestore = levels.find((level) => level === value);
                  if (mostRestore) form.change({ mostRestore });
                }}
              />
            </div>
          </Section>
          <TypeSwitches
            tenantId={tenantId}
            tenantName={tenant?.name ?? tenantId}
            value={form.value}
            onChange={form.change}
            isOff={whyOff !== undefined}
          />
        </PageBody>
      </PageStates>
      {dialog}
    </PageBody>
  );
}
