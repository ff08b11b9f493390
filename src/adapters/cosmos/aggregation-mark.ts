/** In the user agent of the one client that may query across partitions (runs.md 11). */
export const aggregationMark = "tenantpilot-aggregation";
