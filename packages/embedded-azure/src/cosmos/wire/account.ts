import type { JsonObject } from "../rules/json.ts";

/** The account as `GET /` answers it: one region, one endpoint (the one in use), session consistency. */
export function toAccount(endpoint: string): JsonObject {
  const locations = [{ name: "Local", databaseAccountEndpoint: `${endpoint}/` }];
  const replication = { asyncReplication: false, minReplicaSetSize: 1, maxReplicasetSize: 1 };
  return {
    _self: "",
    id: "local",
    _rid: "local",
    media: "//media/",
    addresses: "//addresses/",
    _dbs: "//dbs/",
    writableLocations: locations,
    readableLocations: locations,
    enableMultipleWriteLocations: false,
    userReplicationPolicy: replication,
    systemReplicationPolicy: replication,
    userConsistencyPolicy: { defaultConsistencyLevel: "Session" },
    readPolicy: { primaryReadCoefficient: 1, secondaryReadCoefficient: 1 },
    queryEngineConfiguration: "{}",
  };
}
