import { createHash } from "node:crypto";
import type { Distribution } from "./fault-plan.ts";

/** A number from 0 to 1, without 1, that is the same for the same seed and key. */
export function chanceOf(seed: number, key: string): number {
  return createHash("sha256").update(`${seed} ${key}`).digest().readUInt32BE(0) / 2 ** 32;
}

// Of a normal distribution, 95 % are below so many standard deviations over the mean.
const at95 = 1.6449;

/** A waiting time in ms; `key` names the request. */
export function waitOf(distribution: Distribution, seed: number, key: string): number {
  const first = chanceOf(seed, `${key} first`);
  switch (distribution.kind) {
    case "constant":
      return distribution.ms;
    case "uniform":
      return distribution.fromMs + first * (distribution.toMs - distribution.fromMs);
    case "lognormal": {
      const sigma = Math.log(distribution.p95Ms / distribution.medianMs) / at95;
      return distribution.medianMs * Math.exp(sigma * toNormal(first, chanceOf(seed, `${key} second`)));
    }
  }
}

/** Box and Muller: two even chances make one of the standard normal distribution. */
function toNormal(first: number, second: number): number {
  return Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
}
