import type { Run } from "./api-client.ts";

const width = 30;

/** One line that says how far a run is; the bar is drawn only when the total is known. */
export function progressLine({ status, counts: { processed, total } }: Run): string {
  if (total === null) return `${status.padEnd(9)} ${processed} objects read, the lists are not at their end yet`;
  const share = total === 0 ? 1 : Math.min(1, processed / total);
  const filled = Math.round(share * width);
  return `${status.padEnd(9)} [${"#".repeat(filled)}${".".repeat(width - filled)}] ${processed} of ${total}`;
}

/** Draws over one line on a terminal; when piped, prints a line only when it says something new. */
export function makeProgress(out: NodeJS.WriteStream): { show(run: Run): void; end(): void } {
  let last = "";
  return {
    show: (run) => {
      const line = progressLine(run);
      if (line === last) return;
      last = line;
      out.write(out.isTTY ? `\r  ${line.padEnd(78)}` : `  ${line}\n`);
    },
    end: () => {
      if (out.isTTY && last !== "") out.write("\n");
    },
  };
}
