export type RuntimeStatus = "Pending" | "Running" | "Completed" | "Failed" | "Terminated";

/** One orchestration; input, output and custom status are JSON, times are milliseconds since 1970. */
export type Instance = {
  readonly id: string;
  /** Changes with every generation (continueAsNew) and when a finished id is started again. */
  readonly executionId: string;
  readonly name: string;
  readonly version: string | null;
  readonly status: RuntimeStatus;
  readonly input: string | null;
  readonly output: string | null;
  readonly customStatus: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** The orchestration that waits for this one. */
  readonly parentId: string | null;
  readonly parentExecutionId: string | null;
  readonly parentTaskId: number | null;
};

export function isFinished(instance: Pick<Instance, "status">): boolean {
  return instance.status !== "Pending" && instance.status !== "Running";
}

/** The extension's rules for ids that a caller chooses; a reason, or undefined when the id is fine. */
export function reasonAgainstId(id: string): string | undefined {
  if (id.length > 100) return "Instance ID lengths must not exceed 100 characters.";
  if (/^@|[/\\#?]|\p{Cc}/u.test(id)) {
    return "Orchestration instance ids must not start with '@' or contain /, \\, #, ? or control characters.";
  }
  return undefined;
}
