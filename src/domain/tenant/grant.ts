import { z } from "zod";

/** What lets somebody act: the memberships of these principals, all of the caller's home tenant, or the caller's platform role. */
export const grantSchema = z.union([
  z.object({ principalIds: z.array(z.string()).readonly(), homeTenantId: z.string() }),
  z.literal("platform"),
]);

export type Grant = z.infer<typeof grantSchema>;
