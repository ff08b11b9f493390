import { describe, expect, it } from "vitest";
import { blobsLoad } from "./blobs-load.ts";
import { cosmosLoad } from "./cosmos-load.ts";
import { durableLoad } from "./durable-load.ts";
import { killSeries, type Load } from "./kill-series.ts";
import { serviceBusLoad } from "./service-bus-load.ts";

// A fixed sample of what `npm run soak` does for as long as one likes; each server has a seed of its own.
const kills = 2;

describe("kill -9 at random moments under load", () => {
  it.each<[string, Load, number]>([
    ["Cosmos DB", cosmosLoad, 1],
    ["Service Bus", serviceBusLoad, 2],
    ["Blobs", blobsLoad, 3],
    ["the Durable engine", durableLoad, 4],
  ])("%s loses nothing that was acknowledged and does nothing that was not asked", async (_, load, seed) => {
    const { acknowledged, contradictions } = await killSeries(load, seed, kills);
    expect(contradictions).toEqual([]);
    expect(acknowledged).toBeGreaterThan(0);
  });
});
