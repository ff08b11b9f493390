import { createContext } from "react";

/** One opening of the portal in a tab, from its first load on. */
export type Visit = {
  /** The page that was shown last; nothing before the first. */
  pageBefore: string | undefined;
};

/** Each page brings its own header, so `app` gives them this one memory. Without it no heading takes the focus. */
export const VisitContext = createContext<Visit | undefined>(undefined);
