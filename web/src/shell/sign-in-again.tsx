import { lazy, type ReactElement, Suspense, useSyncExternalStore } from "react";
import type { Session } from "../session/session.ts";

const SignInDialog = lazy(async () => ({ default: (await import("./sign-in-dialog.tsx")).SignInDialog }));

type SignInAgainProps = { readonly session: Pick<Session, "need" | "onNeed" | "signIn"> };

/** Asks for the button where leaving for the sign-in by itself would lose a form, or did not help. */
export function SignInAgain({ session }: SignInAgainProps): ReactElement | null {
  const need = useSyncExternalStore(session.onNeed, session.need);
  if (need === undefined) return null;
  return (
    <Suspense>
      <SignInDialog need={need} onSignIn={session.signIn} />
    </Suspense>
  );
}
