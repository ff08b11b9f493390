import { setTimeout as pause } from "node:timers/promises";
import { type AppProcess, type AppProcessOptions, startAppProcess } from "./app-process.ts";

export type SupervisedApp = {
  /** The app's address; the same after a restart. */
  readonly endpoint: string;
  pid(): number;
  /** kill -9. The app is started again on its port, unless `restart` is false: then `start` does it. */
  kill(options?: { restart: boolean }): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

// A crash loop must not spin: the pause doubles with each death in a row and is forgotten after a minute of life.
const firstPauseMs = 100;
const longestPauseMs = 10_000;
const longLifeMs = 60_000;

/** Keeps one app running: an app that dies is started again on its port, with growing pauses. */
export async function superviseApp(options: AppProcessOptions): Promise<SupervisedApp> {
  const first = await startAppProcess(options);
  const port = Number(new URL(first.endpoint).port);
  let current: AppProcess = first;
  let wanted = true;
  let pauseMs = firstPauseMs;
  let restarting: Promise<void> = Promise.resolve();

  async function start(): Promise<void> {
    wanted = true;
    current = await startAppProcess({ ...options, port });
    watch(current);
  }

  async function restart(): Promise<void> {
    while (wanted) {
      await pause(pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      if (!wanted) return;
      try {
        return await start();
      } catch (error) {
        options.log(`${options.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  function watch(app: AppProcess): void {
    const bornAt = Date.now();
    void app.ended.then(() => {
      if (Date.now() - bornAt > longLifeMs) pauseMs = firstPauseMs;
      if (wanted) restarting = restart();
    });
  }

  watch(first);
  return {
    endpoint: first.endpoint,
    pid: () => current.pid,
    kill: async ({ restart: again } = { restart: true }) => {
      wanted = again;
      const dying = current;
      dying.kill();
      await dying.ended;
      if (again) await restarting;
    },
    start,
    close: async () => {
      wanted = false;
      await restarting;
      await current.drain();
    },
  };
}
