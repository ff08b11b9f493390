/** Everything that this server carries out, by the names under which it counts (local/surface.md). */
export const serviceBusOperations = [
  "put-token",
  "open-sender",
  "open-receiver",
  "send",
  "send-batch",
  "complete",
  "abandon",
  "deadLetter",
  "renew-lock",
  "peek-message",
  "schedule-message",
  "cancel-scheduled-message",
  "update-disposition",
] as const;

export type ServiceBusOperation = (typeof serviceBusOperations)[number];
