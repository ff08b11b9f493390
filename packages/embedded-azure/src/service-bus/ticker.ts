/** How late a lock may end, or a scheduled message become active. */
const intervalMs = 50;

export type Ticker = {
  /** Something may become due: look again and again until nothing waits. */
  readonly arm: () => void;
  readonly tick: () => void;
  readonly stop: () => void;
};

/** @param tick does what is due, and returns whether more will become due. */
export function makeTicker(tick: () => boolean): Ticker {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const tickOrStop = (): void => {
    if (!tick()) stop();
  };
  return {
    arm: () => {
      timer ??= setInterval(tickOrStop, intervalMs).unref();
    },
    tick: tickOrStop,
    stop,
  };
}
