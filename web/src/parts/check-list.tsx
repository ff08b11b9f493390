import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    minWidth: 0,
    margin: 0,
    padding: 0,
    overflowY: "auto",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

type CheckListProps = {
  /** Names the list for readers. */
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  /** Its height. */
  readonly className: string;
};

/** Some of many, each with a box to tick; what is chosen and not among the options stays so. */
export function CheckList({ label, options, chosen, onChoose, className }: CheckListProps): ReactElement {
  const { box } = useStyles();
  const others = (value: string): readonly string[] => chosen.filter((each) => each !== value);
  return (
    <fieldset className={mergeClasses(box, className)} aria-label={label}>
      {options.map(({ value, text }) => (
        <Checkbox
          key={value}
          label={text}
          checked={chosen.includes(value)}
          onChange={(_, { checked }) => onChoose(checked === true ? [...others(value), value] : others(value))}
        />
      ))}
    </fieldset>
  );
}
