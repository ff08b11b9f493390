import { ReplayTask } from "./replay-task.ts";

/** External events by name: the last waiter is served first, what nobody waits for yet is kept in order of arrival. */
export type EventWaiters = {
  readonly waitFor: (name: string) => ReplayTask;
  readonly raise: (name: string) => void;
  readonly waiting: () => number;
};

// Names ignore case in the extension but not in the SDK: an event raised in another case settles here and hangs there.
export function makeEventWaiters(): EventWaiters {
  const waiters = new Map<string, ReplayTask[]>();
  const early = new Map<string, number>();

  return {
    waitFor(name) {
      const key = name.toLowerCase();
      const buffered = early.get(key) ?? 0;
      if (buffered > 0) {
        early.set(key, buffered - 1);
        return ReplayTask.done();
      }
      const task = new ReplayTask();
      waiters.set(key, [...(waiters.get(key) ?? []), task]);
      return task;
    },
    raise(name) {
      const key = name.toLowerCase();
      const task = waiters.get(key)?.pop();
      if (task) task.settle("done");
      else early.set(key, (early.get(key) ?? 0) + 1);
    },
    waiting: () => [...waiters.values()].reduce((sum, tasks) => sum + tasks.length, 0),
  };
}
