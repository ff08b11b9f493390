import { z } from "zod";
import type { QueueSettings } from "../rules/queue-settings.ts";
import { parseDuration, toDuration } from "./duration.ts";

const propertiesSchema = z.object({
  DeadLetteringOnMessageExpiration: z.boolean().default(false),
  DefaultMessageTimeToLive: z.string().optional(),
  DuplicateDetectionHistoryTimeWindow: z.string().default("PT10M"),
  ForwardDeadLetteredMessagesTo: z.literal("").optional(),
  ForwardTo: z.literal("").optional(),
  LockDuration: z.string().default("PT1M"),
  MaxDeliveryCount: z.number().int().min(1).default(10),
  RequiresDuplicateDetection: z.boolean().default(false),
  RequiresSession: z.literal(false, "sessions are not supported").default(false),
});

const queueSchema = z.object({ Name: z.string().min(1), Properties: propertiesSchema.prefault({}) });

const configSchema = z.object({
  UserConfig: z.object({
    Namespaces: z
      .array(
        z.object({
          Name: z.string(),
          Queues: z.array(queueSchema).default([]),
          Topics: z.array(z.unknown()).max(0, "topics are not supported").default([]),
        }),
      )
      .length(1),
    Logging: z.unknown().optional(),
  }),
});

/**
 * The configuration file of Microsoft's own emulator (`Config.json`).
 * https://learn.microsoft.com/azure/service-bus-messaging/test-locally-with-service-bus-emulator
 */
export type EmulatorConfig = z.input<typeof configSchema>;

/** A queue in plain units. */
export type QueueFacts = {
  readonly name: string;
  readonly lockDurationSeconds: number;
  readonly maxDeliveryCount: number;
  readonly requiresDuplicateDetection: boolean;
  readonly duplicateDetectionWindowSeconds: number;
  readonly defaultMessageTimeToLiveSeconds: number;
  readonly deadLetteringOnMessageExpiration: boolean;
};

/** The configuration of a namespace with these queues. */
export function toEmulatorConfig({ queues }: { readonly queues: readonly QueueFacts[] }): EmulatorConfig {
  const namespace = { Name: "tenantpilot", Queues: queues.map(toEmulatorQueue), Topics: [] };
  return { UserConfig: { Namespaces: [namespace], Logging: { Type: "Console" } } };
}

/** @throws ZodError naming what is not supported: topics, sessions, forwarding. */
export function parseEmulatorConfig(config: unknown): QueueSettings[] {
  const { UserConfig } = configSchema.parse(config);
  return UserConfig.Namespaces.flatMap((namespace) => namespace.Queues.map(toSettings));
}

function toEmulatorQueue(queue: QueueFacts): z.input<typeof queueSchema> {
  return {
    Name: queue.name,
    Properties: {
      DeadLetteringOnMessageExpiration: queue.deadLetteringOnMessageExpiration,
      DefaultMessageTimeToLive: toDuration(queue.defaultMessageTimeToLiveSeconds),
      DuplicateDetectionHistoryTimeWindow: toDuration(queue.duplicateDetectionWindowSeconds),
      ForwardDeadLetteredMessagesTo: "",
      ForwardTo: "",
      LockDuration: toDuration(queue.lockDurationSeconds),
      MaxDeliveryCount: queue.maxDeliveryCount,
      RequiresDuplicateDetection: queue.requiresDuplicateDetection,
      RequiresSession: false,
    },
  };
}

function toSettings({ Name, Properties }: z.output<typeof queueSchema>): QueueSettings {
  const { DefaultMessageTimeToLive, RequiresDuplicateDetection, DuplicateDetectionHistoryTimeWindow } = Properties;
  return {
    name: Name,
    lockDurationMs: parseDuration(Properties.LockDuration),
    maxDeliveryCount: Properties.MaxDeliveryCount,
    defaultTimeToLiveMs: DefaultMessageTimeToLive ? parseDuration(DefaultMessageTimeToLive) : Infinity,
    deadLetteringOnExpiration: Properties.DeadLetteringOnMessageExpiration,
    duplicateWindowMs: RequiresDuplicateDetection ? parseDuration(DuplicateDetectionHistoryTimeWindow) : 0,
  };
}
