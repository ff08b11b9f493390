import { z } from "zod";

/** Objects that a list showed and that were deleted, or became another type, before they were read. */
export const deletedMeanwhileSchema = z.object({
  objects: z.array(z.object({ type: z.string(), id: z.string(), name: z.string() })),
  /** Of all, also those that are not named. */
  count: z.int().min(0),
});

export type DeletedMeanwhile = z.infer<typeof deletedMeanwhileSchema>;

export const noneDeleted: DeletedMeanwhile = { objects: [], count: 0 };

// Thousands would outgrow the run's document.
const namedAtMost = 20;

export function sumDeleted(all: readonly DeletedMeanwhile[]): DeletedMeanwhile {
  return {
    objects: all.flatMap(({ objects }) => objects).slice(0, namedAtMost),
    count: all.reduce((sum, { count }) => sum + count, 0),
  };
}
