/** Something the orchestrator waits for during a replay. Continuations run at once, in the order they were added. */
export class ReplayTask {
  outcome: "open" | "done" | "failed" | "canceled" = "open";
  #continuations: (() => void)[] = [];

  static done(): ReplayTask {
    const task = new ReplayTask();
    task.settle("done");
    return task;
  }

  /** The first settlement counts; later ones are duplicates. */
  settle(outcome: "done" | "failed" | "canceled"): void {
    if (this.outcome !== "open") return;
    this.outcome = outcome;
    const continuations = this.#continuations;
    this.#continuations = [];
    for (const continuation of continuations) continuation();
  }

  whenSettled(continuation: () => void): void {
    if (this.outcome === "open") this.#continuations.push(continuation);
    else continuation();
  }
}
