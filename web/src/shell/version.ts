import { useContext, useEffect, useState } from "react";
import { DeployedContext } from "../api/deployed.ts";
import { watchVersion } from "../session/watch-version.ts";

/** Whether what is deployed is newer than this page. A form that is open is the person's to finish first. */
export function useIsOutdated(): boolean {
  const deployed = useContext(DeployedContext);
  const [isOutdated, setOutdated] = useState(false);
  useEffect(() => watchVersion(deployed, () => setOutdated(true)), [deployed]);
  return isOutdated;
}
