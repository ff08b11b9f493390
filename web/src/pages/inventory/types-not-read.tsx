import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useNotLicensed } from "../../api/inventory.ts";
import { useWords } from "../../words/use-words.ts";
import { useObjectTypes } from "../use-object-types.ts";

const useStyles = makeStyles({
  types: { color: tokens.colorNeutralForeground2 },
  title: { cursor: "pointer", minHeight: "24px", fontWeight: tokens.fontWeightSemibold, width: "fit-content" },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, maxWidth: "80ch" },
});

/** More than these are folded. */
const shownAtMost = 5;

/** The types that the list cannot hold: switched off, never read, or without a licence; each says why. */
export function TypesNotRead({ tenantId }: { readonly tenantId: string }): ReactElement | null {
  const styles = useStyles();
  const words = useWords().inventory.notRead;
  const { all, nameOf } = useObjectTypes(tenantId);
  const { data: refused = [] } = useNotLicensed(tenantId);
  const withheld = all.filter(({ inventory }) => !inventory);
  const types = [
    ...withheld.map(({ type, name, reasons }) => ({ type, name, why: reasons[0] ?? "" })),
    ...refused.map(({ target, message }) => ({
      type: target,
      name: nameOf(target),
      why: `${words.notLicensed}. ${message}`,
    })),
  ];
  if (types.length === 0) return null;
  return (
    <details className={styles.types} open={types.length <= shownAtMost}>
      <summary className={styles.title}>{words.title(types.length)}</summary>
      <ul className={styles.list}>
        {types.map(({ type, name, why }) => (
          <li key={type}>
            {name}: {why}
          </li>
        ))}
      </ul>
    </details>
  );
}
