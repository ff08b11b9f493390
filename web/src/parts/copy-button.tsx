import { Button, type ButtonProps } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { type ReactElement, useEffect, useState } from "react";
import { useWords } from "../words/use-words.ts";
import { Said } from "./said.tsx";

const shownForMs = 3_000;

type CopyButtonProps = {
  readonly text: string;
  /** What is copied, for readers and the title: "the correlation id". */
  readonly thing: string;
  /** The word beside the icon; without it the icon stands alone. */
  readonly withWord?: boolean;
  readonly size?: ButtonProps["size"];
};

/** Copies a text and says whether that worked. */
export function CopyButton({ text, thing, withWord = false, size = "small" }: CopyButtonProps): ReactElement {
  const { copy } = useWords().parts;
  const [result, setResult] = useState<"none" | "copied" | "failed">("none");
  useEffect(() => {
    if (result === "none") return undefined;
    const timer = setTimeout(() => setResult("none"), shownForMs);
    return () => clearTimeout(timer);
  }, [result]);
  const attempt = () => {
    navigator.clipboard.writeText(text).then(
      () => setResult("copied"),
      () => setResult("failed"),
    );
  };
  const said = { none: "", copied: copy.copied, failed: copy.failed }[result];
  return (
    <>
      <Button
        appearance="subtle"
        size={size}
        icon={result === "copied" ? <CheckmarkRegular /> : <CopyRegular />}
        aria-label={copy.copyThing(thing)}
        title={result === "failed" ? copy.failed : copy.copyThing(thing)}
        onClick={attempt}
      >
        {withWord ? (result === "copied" ? copy.copied : copy.copy) : undefined}
      </Button>
      <Said text={said} />
    </>
  );
}
