import { Refusal } from "./refusal.ts";

/**
 * Sends a change that names what it is based on. Null when it was written; where somebody else was first nothing was, and
 * the answer is what `read` finds there now. Where that is nothing any more the refusal stays one.
 */
export async function unlessOvertaken<Now extends object>(
  send: () => Promise<unknown>,
  read: () => Promise<Now | undefined>,
): Promise<Now | null> {
  try {
    await send();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal) || error.facts.status !== 412) throw error;
    const now = await read();
    if (now === undefined) throw error;
    return now;
  }
}
