import { z } from "zod";
import { quirks } from "./quirks.ts";
import { limitsSchema } from "./windows.ts";

/**
 * How a request goes wrong. `drop_before` loses the connection before anything is done, `drop_after` after it was done.
 * `repeat_page` links a page to itself under a new address, `cyclic_next_link` under the same one, `foreign_next_link`
 * leads to another host. `stale_page` shows each object as it was before its last write; created ones are missing,
 * deleted ones too.
 */
const kinds = [
  "status",
  "drop_before",
  "drop_after",
  "repeat_page",
  "cyclic_next_link",
  "foreign_next_link",
  "truncated_body",
  "stale_page",
] as const;

export type FaultKind = (typeof kinds)[number];

/** Source of a regular expression for `METHOD /version/path?query`, decoded. Case does not matter. */
const match = z.string();
const ms = z.number().min(0);

const faultSchema = z.strictObject({
  match,
  kind: z.enum(kinds),
  /** How many requests go wrong at most; without it there is no end. */
  times: z.custom<number>((value) => typeof value === "number" && value >= 0).default(Number.POSITIVE_INFINITY),
  /** How likely each request goes wrong that matches, from 0 to 1. */
  probability: z.number().min(0).max(1).default(1),
  /** How often the same request goes wrong at most: who asks again often enough gets an answer. */
  timesEach: z.int().positive().optional(),
  /** Of kind `status`; default 503. */
  status: z.int().min(400).max(599).optional(),
  /** Of kind `status`: `Retry-After` in seconds, may be fractional. Left out: no header. */
  retryAfter: z.string().optional(),
});

/** Waiting before a request is carried out, in ms. Of a lognormal, half the requests wait `medianMs`, one in 20 longer than `p95Ms`. */
const distributionSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("constant"), ms }),
  z.strictObject({ kind: z.literal("uniform"), fromMs: ms, toMs: ms }),
  z.strictObject({ kind: z.literal("lognormal"), medianMs: ms.positive(), p95Ms: ms.positive() }),
]);

const planSchema = z.strictObject({
  /** One seed gives one sequence of chances for the same requests, in whatever order they come. */
  seed: z.int().default(1),
  faults: z.array(faultSchema).default([]),
  /** The first that matches counts; it comes on top of the server's own latency. */
  latency: z.array(z.strictObject({ match, distribution: distributionSchema })).default([]),
  /** Each page of a list holds some number of items between both, instead of what its collection says. */
  pageItems: z.strictObject({ from: z.int().positive(), to: z.int().positive() }).optional(),
  /** What `setLimits` takes; without it the limits stay as they are. */
  limits: limitsSchema.optional(),
  /** What `setQuirksOff` takes; without it the quirks stay as they are. */
  quirksOff: z.array(z.enum(quirks)).optional(),
});

export type Fault = z.output<typeof faultSchema>;
export type Distribution = z.output<typeof distributionSchema>;
export type FaultPlan = z.output<typeof planSchema>;
/** A plan, or its faults alone. */
export type FaultPlanInput = z.input<typeof planSchema> | readonly z.input<typeof faultSchema>[];

/** Throws an Error that lists what is wrong with the plan. */
export function parseFaultPlan(given: FaultPlanInput): FaultPlan {
  const parsed = planSchema.safeParse(Array.isArray(given) ? { faults: given } : given);
  if (!parsed.success) throw new Error(`The fault plan is not understood:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
