import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { ReadyLine } from "../../../local/stack/ready-line.ts";
import { type ChildStack, startChildStack } from "../../stack/start-child-stack.ts";
import type { Caller } from "./start-until-answered.ts";

export const killableParts = ["worker", "http", "everything"] as const;
export type KillablePart = (typeof killableParts)[number];

/** The whole product in processes of its own, of which each can be killed: its servers start an app again by themselves. */
export type KillableProduct = AsyncDisposable & {
  readonly ready: () => ReadyLine;
  readonly caller: Caller;
  /** kill -9. After `everything` the product is started again on the same folder. */
  readonly kill: (part: KillablePart) => Promise<void>;
};

export async function startKillableProduct(dataDir: string, ...more: string[]): Promise<KillableProduct> {
  const options = ["--graph-latency-ms", "100", ...more];
  let stack: ChildStack = await startChildStack(dataDir, ...options);
  let token = stack.tokenFor("operator");
  return {
    ready: () => stack.ready,
    caller: async () => ({ api: stack.ready.api, token: await token }),
    kill: async (part) => {
      if (part !== "everything") {
        for (const pid of pidsOf(join(dataDir, "apps", part))) process.kill(pid, "SIGKILL");
        return;
      }
      await stack.kill();
      stack = await startChildStack(dataDir, ...options);
      token = stack.tokenFor("operator");
    },
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  };
}

/** Processes that were started on this folder. None while an app is being started again. */
function pidsOf(folder: string): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" }).split("\n");
  return lines.filter((line) => line.includes(folder)).map((line) => Number(line.trim().split(/\s+/)[0]));
}
