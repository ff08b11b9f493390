import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { CloudOffRegular } from "@fluentui/react-icons/svg/cloud-off";
import { DocumentSearchRegular } from "@fluentui/react-icons/svg/document-search";
import { ErrorCircleRegular } from "@fluentui/react-icons/svg/error-circle";
import { HourglassHalfRegular } from "@fluentui/react-icons/svg/hourglass-half";
import { LockClosedRegular } from "@fluentui/react-icons/svg/lock-closed";
import type { ReactElement } from "react";
import type { Problem } from "./problem.ts";

export const problemSigns: Record<Problem["kind"], ReactElement> = {
  error: <ErrorCircleRegular />,
  forbidden: <LockClosedRegular />,
  not_found: <DocumentSearchRegular />,
  throttled: <ClockRegular />,
  offline: <CloudOffRegular />,
  not_ready: <HourglassHalfRegular />,
};
