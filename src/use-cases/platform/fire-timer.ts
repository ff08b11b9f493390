import { type Clock, isoTime } from "../../domain/clock/clock.ts";
import type { PlatformActivity } from "../../domain/platform/platform-activity.ts";

type OnError = (error: unknown) => void;

/**
 * Runs the work of a timer and notes that it fired, with the number of errors it reported. Work that throws counts as no
 * heartbeat: nothing is stored.
 */
export async function fireTimer<T>(
  { activity, clock }: { readonly activity: PlatformActivity; readonly clock: Clock },
  name: string,
  onError: OnError,
  work: (onError: OnError) => Promise<T>,
): Promise<T> {
  const firedAt = isoTime(clock.nowMs());
  let errors = 0;
  const result = await work((error) => {
    errors += 1;
    onError(error);
  });
  await activity.noteTimer({ name, firedAt, troubles: errors });
  return result;
}
