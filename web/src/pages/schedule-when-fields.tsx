import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { SelectField } from "../parts/select-field.tsx";
import { TextField } from "../parts/text-field.tsx";
import { useWords } from "../words/use-words.ts";
import type { FieldsProps } from "./schedule-fields.ts";
import { presets } from "./schedule-terms.ts";
import { hourSteps } from "./schedule-when.ts";
import { useZones } from "./use-zones.ts";

const useStyles = makeStyles({
  pair: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    alignItems: "start",
    gap: tokens.spacingHorizontalM,
    "@media (max-width: 480px)": { gridTemplateColumns: "minmax(0, 1fr)" },
  },
});

type WhenFieldsProps = FieldsProps & { readonly timeZone: string };

/** When: by a preset or by a cron expression, and in which time zone. */
export function WhenFields(props: WhenFieldsProps): ReactElement {
  const styles = useStyles();
  const words = useWords().schedule.form;
  const { typed, change, errorOf, timeZone } = props;
  return (
    <>
      <div className={styles.pair}>
        <SelectField
          label={words.preset}
          options={presets.map((value) => ({ value, text: words.presets[value] }))}
          value={typed.preset}
          onChange={(preset) => change({ preset })}
        />
        <PresetField {...props} />
      </div>
      <SelectField
        label={words.timeZone}
        options={useZones(timeZone)}
        value={timeZone}
        onChange={(zone) => change({ timeZone: zone })}
        error={errorOf("timeZone")}
      />
    </>
  );
}

function PresetField({ typed, change, errorOf }: FieldsProps): ReactElement {
  const { form, when } = useWords().schedule;
  const error = errorOf("cron");
  if (typed.preset === "hours") {
    const options = hourSteps.map((step) => ({ value: String(step), text: when.hours(step) }));
    return (
      <SelectField
        label={form.every}
        options={options}
        value={typed.every}
        onChange={(every) => change({ every })}
        error={error}
      />
    );
  }
  if (typed.preset === "own") {
    return (
      <TextField
        label={form.cron}
        value={typed.cron}
        onChange={(cron) => change({ cron })}
        error={error}
        hint={form.cronHint}
      />
    );
  }
  return (
    <TextField label={form.time} type="time" value={typed.time} onChange={(time) => change({ time })} error={error} />
  );
}
