export type DrainState = "Disabled" | "InProgress" | "Completed";

export type Drain = {
  /** Stops what takes work; every caller waits for the same end. */
  readonly begin: () => Promise<void>;
  readonly state: () => DrainState;
};

export function makeDrain(stopAll: () => Promise<unknown>): Drain {
  let state: DrainState = "Disabled";
  let ended: Promise<void> | undefined;
  return {
    begin() {
      if (!ended) {
        state = "InProgress";
        ended = stopAll().then(() => {
          state = "Completed";
        });
      }
      return ended;
    },
    state: () => state,
  };
}
