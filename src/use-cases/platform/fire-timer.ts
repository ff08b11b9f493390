import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { PlatformActivity } from "../../domain/platform/platform-activity.ts";

type OnError = (error: unknown) => void;

/**
 * Runs the work of a timer and notes that it fired, with the number of troubles it told. Work that throws is no sign of
 * life: nothing is noted.
 */
export async function fireTimer<T>(
  { signs, clock }: { readonly signs: PlatformActivity; readonly clock: Clock },
  name: string,
  onError: OnError,
  work: (onError: OnError) => Promise<T>,
): Promise<T> {
  const firedAt = isoTime(clock.nowMs());
  let troubles = 0;
  const result = await work((error) => {
    troubles += 1;
    onError(error);
  });
  await signs.noteTimer({ name, firedAt, troubles });
  return result;
}
