import queues from "../../../config/queues.json" with { type: "json" };
import storage from "../../../config/storage.json" with { type: "json" };
import { ofType, ownName, type Predicted } from "./predicted.ts";

/** Containers as they would be created, in the words of config/storage.json. */
export function deployedContainers(resources: Predicted[]): unknown[] {
  const containers = ofType(resources, "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers");
  return containers.map(({ name, properties }) => {
    // The shape of the resource type is the compiler's to guarantee; a missing part fails the comparison.
    const resource = properties["resource"] as {
      id: string;
      partitionKey: { paths: string[] };
      uniqueKeyPolicy: { uniqueKeys: { paths: string[] }[] };
      indexingPolicy: { compositeIndexes: unknown; indexingMode: string };
      defaultTtl: number;
    };
    return {
      database: name.split("/").at(-2),
      name: resource.id,
      partitionKey: resource.partitionKey.paths.join(),
      uniqueKeys: resource.uniqueKeyPolicy.uniqueKeys.map(({ paths }) => paths),
      compositeIndexes: resource.indexingPolicy.compositeIndexes,
      defaultTtl: resource.defaultTtl,
    };
  });
}

export const declaredContainers = storage.containers.map((each) => ({ database: storage.database, ...each }));

/** Queues as they would be created, in the words of config/queues.json. */
export function deployedQueues(resources: Predicted[]): unknown[] {
  return ofType(resources, "Microsoft.ServiceBus/namespaces/queues").map((queue) => ({
    name: ownName(queue),
    lockDurationSeconds: seconds(queue.properties["lockDuration"]),
    maxDeliveryCount: queue.properties["maxDeliveryCount"],
    requiresDuplicateDetection: queue.properties["requiresDuplicateDetection"],
    duplicateDetectionWindowSeconds: seconds(queue.properties["duplicateDetectionHistoryTimeWindow"]),
    defaultMessageTimeToLiveSeconds: seconds(queue.properties["defaultMessageTimeToLive"]),
    deadLetteringOnMessageExpiration: queue.properties["deadLetteringOnMessageExpiration"],
  }));
}

export const declaredQueues = queues.queues;

function seconds(duration: unknown): number {
  return Number(/^PT(\d+)S$/.exec(String(duration))?.[1]);
}
