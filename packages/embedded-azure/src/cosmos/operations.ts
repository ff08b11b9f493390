/** Everything that this server carries out, by the names under which it counts (local/surface.md). */
export const cosmosOperations = [
  "read account",
  "create database",
  "read database",
  "delete database",
  "create container",
  "list containers",
  "read container",
  "replace container",
  "delete container",
  "create item",
  "read item",
  "replace item",
  "upsert item",
  "delete item",
  "patch item",
  "query items",
  "read all items",
  "plan query",
  "batch",
] as const;

export type CosmosOperation = (typeof cosmosOperations)[number];
