import { z } from "zod";

const time = z.iso.datetime();

/** The last fire of one timer: the heartbeat of a worker, as far as the database knows. */
export const timerFireSchema = z.object({
  name: z.string(),
  firedAt: time,
  /** How many errors the fire reported. Stored, so the name stays. */
  troubles: z.int().min(0),
});

export type TimerFire = z.infer<typeof timerFireSchema>;

/** A message that the queue gave up, and what became of it. */
export const deadLetterSchema = z.object({
  runTenantId: z.string(),
  runId: z.string(),
  attempt: z.int().min(1),
  did: z.string().meta({ examples: ["dropped", "reattempted", "closed"] }),
  at: time,
});

export type DeadLetter = z.infer<typeof deadLetterSchema>;

/** Signs of work of the platform itself; they lie in its own partition, not in a tenant's. */
export type PlatformActivity = {
  noteTimer(fire: TimerFire): Promise<void>;
  /** The same message noted twice is one dead letter. */
  noteDeadLetter(deadLetter: DeadLetter): Promise<void>;
  timers(): Promise<readonly TimerFire[]>;
  /** Dead letters since a time (ISO 8601 UTC). */
  deadLettersSince(from: string): Promise<readonly DeadLetter[]>;
};
