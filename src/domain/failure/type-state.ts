import { z } from "zod";
import { storedCodeSchema } from "../error/error-codes.ts";

const knownStateSchema = z.discriminatedUnion("state", [
  z.object({ state: z.literal("complete") }),
  z.object({ state: z.literal("incomplete"), code: storedCodeSchema, message: z.string() }),
  z.object({ state: z.literal("not_licensed"), message: z.string() }),
]);

export type TypeState = z.infer<typeof knownStateSchema>;

/** What a newer version knows beside is not complete to this one: nothing follows from what is absent. */
const laterStateSchema = z.object({ state: z.string() }).transform(
  ({ state }): TypeState => ({
    state: "incomplete",
    code: "unexpected",
    message: `A newer version of the product says "${state}".`,
  }),
);

/** How completely an object type was read. Three different words, never confused. */
export const typeStateSchema = knownStateSchema.or(laterStateSchema);
