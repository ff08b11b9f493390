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

const unitSeconds = [86_400, 3_600, 60, 1];

/** Of a duration as Azure gives it back, largest unit first; of any other form, such as PT60S, NaN. */
function seconds(duration: unknown): number {
  const form = /^P(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<rest>\d+)S)?)?$/;
  const { days, hours, minutes, rest } = form.exec(String(duration))?.groups ?? {};
  const amounts = [days, hours, minutes, rest].map((each) => Number(each ?? 0));
  const isReduced = amounts.every((amount, index) => index === 0 || amount < (index === 1 ? 24 : 60));
  const total = amounts.reduce((sum, amount, index) => sum + amount * (unitSeconds[index] ?? 0), 0);
  return isReduced && total > 0 ? total : Number.NaN;
}
