import { z } from "zod";

/** A stored document that this version cannot read: what it is and where it fails, and nothing of its content. */
export const unreadableSchema = z
  .object({
    tenantId: z.string(),
    kind: z.string(),
    id: z.string(),
    /** Path of the first field that is not as expected. */
    at: z.string(),
  })
  .meta({ id: "UnreadableDocument" });

export type Unreadable = z.infer<typeof unreadableSchema>;

/** Where documents are reported that were left out of a list. */
export type ReportUnreadable = (document: Unreadable) => void;
