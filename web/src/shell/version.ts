import { createContext, useContext, useEffect, useState } from "react";
import { watchVersion } from "../session/watch-version.ts";

export type Deployed = { readonly version: string };

/** The version that this page is of. */
export const VersionContext = createContext<Deployed>({ version: "" });

/** Whether what is deployed is newer than this page. A form that is open is the person's to finish first. */
export function useIsOutdated(): boolean {
  const deployed = useContext(VersionContext);
  const [isOutdated, setOutdated] = useState(false);
  useEffect(() => watchVersion(deployed, () => setOutdated(true)), [deployed]);
  return isOutdated;
}
