import { z } from "zod";
import type { ConnectionState } from "./context.ts";
import { codec } from "./rhea-internals.ts";

/** A request on `$cbs` or on the management node of an entity. */
export type Request = {
  readonly messageId: string;
  readonly replyTo: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

const requestSchema = z.object({
  message_id: z.string(),
  reply_to: z.string(),
  application_properties: z.record(z.string(), z.unknown()),
  body: z.unknown(),
});

export function parseRequest(raw: Buffer): Request {
  const { message_id, reply_to, application_properties, body } = requestSchema.parse({ ...codec.decode(raw) });
  return { messageId: message_id, replyTo: reply_to, properties: application_properties, body };
}

/** Answers on the link the request names; a client that closed it meanwhile gets nothing. */
export function answer(state: ConnectionState, request: Request, properties: object, body: unknown): void {
  const link = state.replyLinks.get(request.replyTo);
  if (!link?.is_open()) return;
  link.send({ correlation_id: request.messageId, application_properties: properties, body });
}
