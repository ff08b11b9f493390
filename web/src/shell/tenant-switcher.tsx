import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useWords } from "../words/use-words.ts";

const TenantPicker = lazy(async () => ({ default: (await import("./tenant-picker.tsx")).TenantPicker }));

const useStyles = makeStyles({
  button: { minWidth: 0, maxWidth: "min(280px, 45vw)", justifyContent: "flex-start" },
  text: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", fontWeight: tokens.fontWeightRegular },
});

type TenantSwitcherProps = { readonly tenant: { readonly id: string; readonly name: string } | undefined };

/** Which tenant is open; pressed, the way to another one on the same page. Its list comes when it is asked for. */
export function TenantSwitcher({ tenant }: TenantSwitcherProps): ReactElement {
  const styles = useStyles();
  const { tenantSwitcher } = useWords().frame;
  const [open, setOpen] = useState(false);
  const name = tenant?.name ?? tenantSwitcher.none;
  return (
    <>
      <Button
        className={styles.button}
        appearance="subtle"
        icon={<ChevronDownRegular />}
        iconPosition="after"
        aria-haspopup="dialog"
        aria-label={`${tenantSwitcher.label}: ${name}`}
        title={name}
        onClick={() => setOpen(true)}
      >
        <span className={styles.text}>{name}</span>
      </Button>
      {open && (
        <Suspense>
          <TenantPicker tenantId={tenant?.id} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
