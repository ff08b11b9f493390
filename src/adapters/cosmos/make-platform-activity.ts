import type { Container } from "@azure/cosmos";
import { deadLetterSchema, type PlatformActivity, timerFireSchema } from "../../domain/platform/platform-activity.ts";
import type { ReportUnreadable } from "../../domain/unreadable/unreadable.ts";
import { parseDocument, readable, toDocument } from "./document.ts";
import { queryAll } from "./query-page.ts";
import { createDocument } from "./read-document.ts";
import { callCosmos } from "./translate-error.ts";

// What belongs to no tenant.
const partition = "platform";

/** Last fires of timers, and dead letters, in the platform's partition. */
export function makePlatformActivity(
  container: Container,
  { deadLetterTtlSeconds }: { readonly deadLetterTtlSeconds: number },
  reportUnreadable: ReportUnreadable,
): PlatformActivity {
  return {
    noteTimer: async (fire) => {
      const document = toDocument("timer", `timer-${fire.name}`, partition, fire);
      await callCosmos(() => container.items.upsert(document));
    },
    noteDeadLetter: async (deadLetter) => {
      const id = `dead-letter-${deadLetter.runId}-${deadLetter.attempt}`;
      const content = { ...deadLetter, ttl: deadLetterTtlSeconds };
      await createDocument(container, toDocument("deadLetter", id, partition, content));
    },
    timers: () => {
      const query = "SELECT * FROM c WHERE c.kind = 'timer'";
      return queryAll(container, partition, { query }, readable(parseDocument(timerFireSchema), reportUnreadable));
    },
    deadLettersSince: (from) => {
      const query = {
        query: "SELECT * FROM c WHERE c.kind = 'deadLetter' AND c.at >= @from",
        parameters: [{ name: "@from", value: from }],
      };
      return queryAll(container, partition, query, readable(parseDocument(deadLetterSchema), reportUnreadable));
    },
  };
}
