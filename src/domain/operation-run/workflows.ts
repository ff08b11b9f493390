/** The Durable engine as the product sees it: instances are named `<runId>-<attempt>`. */
export type Workflows = {
  statusOf(instanceId: string): Promise<"absent" | "active" | "finished">;
  /** Fails when the id is running; runs again when it has finished: read the status first (azure-services.md 27). */
  start(workflow: string, instanceId: string, input: unknown): Promise<void>;
  terminate(instanceId: string, reason: string): Promise<void>;
};
