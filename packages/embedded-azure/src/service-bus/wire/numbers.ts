import { amqp } from "./rhea-internals.ts";

/** An AMQP long. rhea writes numbers of its own choice of type otherwise. */
export function toLong(value: number): unknown {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return amqp.wrap_long(bytes);
}

/** A number as rhea decodes it: bytes where it is beyond the safe integers, a date for a timestamp. */
export function toNumber(value: unknown): number {
  if (Buffer.isBuffer(value)) return Number(value.readBigInt64BE());
  if (value instanceof Date) return value.getTime();
  const number = Number(value);
  if (!Number.isFinite(number)) throw new TypeError("An AMQP number was expected.");
  return number;
}
