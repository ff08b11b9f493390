import { createWriteStream } from "node:fs";

/**
 * The log of the apps; what is there stays. A first line is written before anything starts, so that a disk without room
 * is noticed at once. `onError` gets what could not be written, with the file's name in `path`.
 */
export async function openLog(file: string, onError: (error: unknown) => void): Promise<(line: string) => void> {
  const log = createWriteStream(file, { flags: "a" });
  await new Promise<void>((resolve) => {
    log.on("error", (error) => onError(Object.assign(error, { path: file })));
    log.write(`${new Date().toISOString()} TenantPilot starts\n`, () => resolve());
  });
  return (line) => void log.write(`${line}\n`);
}
