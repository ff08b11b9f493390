import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { HourglassRegular } from "@fluentui/react-icons/svg/hourglass";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  sign: { display: "inline-flex" },
  done: { color: tokens.colorPaletteGreenForeground1 },
  lacking: { color: tokens.colorPaletteDarkOrangeForeground1 },
  waiting: { color: tokens.colorBrandForeground1 },
  running: { color: tokens.colorBrandForeground1 },
  later: { color: tokens.colorNeutralForeground3 },
});

const signs = {
  done: <CheckmarkCircleRegular />,
  lacking: <WarningRegular />,
  waiting: <HourglassRegular />,
  running: <ArrowSyncRegular />,
  later: <CircleRegular />,
} as const;

/** How far a step on the way to an active tenant is. */
export type ConsentLook = keyof typeof signs;

export function ConsentSign({ look }: { readonly look: ConsentLook }): ReactElement {
  const styles = useStyles();
  return <span className={mergeClasses(styles.sign, styles[look])}>{signs[look]}</span>;
}
