import { join, resolve } from "node:path";
import type { ReadyLine } from "../../../local/stack/ready-line.ts";
import { killAll, processesOn } from "../../stack/processes.ts";
import { type ChildStack, startChildStack } from "../../stack/start-child-stack.ts";
import type { Caller } from "./start-until-answered.ts";

export const killTargets = ["worker", "http", "everything"] as const;
export type KillTarget = (typeof killTargets)[number];

/** The whole product in processes of its own, of which each can be killed: its servers start an app again by themselves. */
export type KillableProduct = AsyncDisposable & {
  readonly ready: () => ReadyLine;
  readonly caller: Caller;
  /**
   * kill -9, and waits until it is gone; false when there was nothing to kill, because an app waits to be started
   * again. After `everything` the product is started again on the same folder.
   */
  readonly kill: (target: KillTarget) => Promise<boolean>;
};

export async function startKillableProduct(dataDir: string, ...more: string[]): Promise<KillableProduct> {
  const options = ["--no-portal", "--graph-latency-ms", "100", ...more];
  let stack: ChildStack = await startChildStack(dataDir, ...options);
  return {
    ready: () => stack.ready,
    caller: async () => ({ api: stack.ready.api, token: await stack.tokenFor("operator") }),
    kill: async (target) => {
      if (target !== "everything") {
        const pids = processesOn(join(resolve(dataDir), "apps", target));
        await killAll(pids);
        return pids.length > 0;
      }
      await stack.killTree();
      stack = await startChildStack(dataDir, ...options);
      return true;
    },
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  };
}
