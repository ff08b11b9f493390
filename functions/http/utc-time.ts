import { z } from "zod";

/** A time that a caller names, with any offset; as UTC. */
export const utcTime = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
