import { Fault } from "../../domain/error/fault.ts";
import type { PortalContent, ReadPortal } from "../../domain/portal/portal-content.ts";
import { readFolder } from "./read-folder.ts";

/** Reads the folder at the first call that finds a portal in it, and keeps what it found for as long as the process lives. */
export function makeReadPortal(folder: string): ReadPortal {
  let reading: Promise<PortalContent> | undefined;
  const read = async (): Promise<PortalContent> => {
    try {
      return await readFolder(folder);
    } catch (cause) {
      // Not kept: the next request looks again.
      reading = undefined;
      if (isAbsence(cause))
        throw new Fault("portal_missing", "PORTAL_FILES names a folder without a portal.", { cause });
      throw cause;
    }
  };
  return () => {
    reading ??= read();
    return reading;
  };
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
