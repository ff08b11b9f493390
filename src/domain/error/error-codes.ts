import { z } from "zod";
import { answerCodes } from "./answer-codes.ts";
import { auditCodes } from "./audit-codes.ts";
import { graphCodes } from "./graph-codes.ts";
import { runCodes } from "./run-codes.ts";

/** The one table of permanent error codes. A code never changes its meaning and is never reused. */
export const errorCodes = { ...answerCodes, ...runCodes, ...graphCodes, ...auditCodes } as const;

export type ErrorCode = keyof typeof errorCodes;

// Object.keys cannot know that a constant's keys are its type's keys; there are no others.
export const errorCodeSchema = z.enum(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]);

/** A code as it is read from the store: one that a newer version wrote does not make its document unreadable. */
export const storedCodeSchema = errorCodeSchema.catch("unexpected");
