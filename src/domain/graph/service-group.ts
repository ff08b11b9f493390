import { z } from "zod";

/**
 * The units that Microsoft throttles, each by itself (https://learn.microsoft.com/graph/throttling-limits). A contract
 * names one of them: under any other word its requests would be counted in a window of their own.
 */
export const serviceGroupSchema = z.enum([
  "deviceConfiguration",
  "deviceConfigurationV2",
  "applications",
  "managedApplications",
  "enrollment",
  "notifications",
  "rbac",
  "cloudPc",
  "conditionalAccess",
  "identity",
  "directory",
]);

export type ServiceGroup = z.infer<typeof serviceGroupSchema>;
