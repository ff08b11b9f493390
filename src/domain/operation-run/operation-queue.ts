import { z } from "zod";
import { tenantIdSchema } from "../tenant-scope/tenant-scope.ts";

/**
 * What a message of the queue `operations` says: which attempt of which run. Everything else is in the store; what a newer
 * version says beside is passed over.
 */
export const operationMessageSchema = z.object({
  tenantId: tenantIdSchema,
  runId: z.string().min(1),
  attempt: z.int().min(1),
});

export type OperationMessage = z.infer<typeof operationMessageSchema>;

export type OperationQueue = {
  /**
   * Resolves when the broker has accepted the message; a repeated messageId is accepted and dropped. Throws a Fault
   * `dispatch_failed` otherwise, which does not prove that the broker has not taken it.
   */
  send(
    message: OperationMessage,
    options: { readonly messageId: string; readonly traceparent?: string },
  ): Promise<"sent">;
};
