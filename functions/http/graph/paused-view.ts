import { z } from "zod";

/** Whether requests to Microsoft Graph are stopped. */
export const pausedViewSchema = z.object({ paused: z.boolean() }).meta({ id: "GraphPause" });
