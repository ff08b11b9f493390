import { type Exchanged, type Grant, isRefused, refusalCode } from "./exchange.ts";
import type { Departure } from "./make-departure.ts";
import type { Tokens } from "./session.ts";

/** So long before its end a token counts as ended: a request takes its time, and clocks differ. */
const earlyMs = 60_000;

/** Keeps the tokens of a session in this closure. `forget` leaves none, and none is fetched any more. */
export function makeTokens(
  { grant, renew }: Pick<Exchanged, "grant" | "renew">,
  { need, mustSignIn }: Pick<Departure, "need" | "mustSignIn">,
): Tokens & { readonly forget: () => void } {
  let current: Grant | undefined = grant;
  let renewing: Promise<string | undefined> | undefined;

  const renewOnce = async (): Promise<string | undefined> => {
    if (!current?.refreshToken) return mustSignIn();
    try {
      const next = await renew(current.refreshToken);
      // Signed out meanwhile: what came then is not kept.
      if (current) current = next;
      return current?.accessToken;
    } catch (error) {
      if (isRefused(error)) return mustSignIn(refusalCode(error));
      throw error;
    }
  };

  return {
    accessToken: async (refused) => {
      if (!current || need()) return undefined;
      const isGood = Date.now() < current.endsAt - earlyMs && current.accessToken !== refused;
      if (isGood) return current.accessToken;
      renewing ??= renewOnce().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
    signInAgain: async () => {
      if (current) await mustSignIn();
    },
    forget: () => {
      current = undefined;
    },
  };
}
