import { join } from "node:path";
import { repository } from "./app-folder.ts";

/** Where the portal is built when the app runs from the sources. */
export const builtPortal = join(repository, "out", "web");

/** Where the app finds the portal's files: a package has them beside its main file and needs no setting. */
export function portalFilesSetting(appRoot: string): NodeJS.ProcessEnv {
  return appRoot === repository ? { PORTAL_FILES: builtPortal } : {};
}
