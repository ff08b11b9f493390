import type { HttpApp } from "../../src/app/http-app.ts";
import type { Caller } from "../../src/domain/tenant/caller.ts";

/** Does what a caller asks for. That somebody was refused is noted beside the answer, which it neither changes nor delays. */
export async function notingRefusals<T>(
  app: Pick<HttpApp, "noteRefusal">,
  caller: Caller,
  asked: string | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    app.noteRefusal(caller, error, asked);
    throw error;
  }
}
