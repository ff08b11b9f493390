import type { ReactElement } from "react";

/** Something a person can do on this page. */
export type Command = {
  readonly id: string;
  readonly text: string;
  readonly icon: ReactElement;
  readonly onRun: () => void;
  /** Why it is off, in a sentence; it then stays visible and can be focused. */
  readonly off?: string | undefined;
};
