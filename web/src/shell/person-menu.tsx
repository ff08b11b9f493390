import { lazy, type ReactElement, Suspense, useState } from "react";
import { PersonButton } from "./person-button.tsx";

const PersonChoices = lazy(async () => ({ default: (await import("./person-choices.tsx")).PersonChoices }));

/** The person at the right of the top bar. What one can choose comes when it is asked for. */
export function PersonMenu(): ReactElement {
  const [asked, setAsked] = useState(false);
  const button = <PersonButton onClick={() => setAsked(true)} />;
  if (!asked) return button;
  return (
    <Suspense fallback={button}>
      <PersonChoices />
    </Suspense>
  );
}
