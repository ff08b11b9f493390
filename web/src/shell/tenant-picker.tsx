import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  SearchBox,
  tokens,
} from "@fluentui/react-components";
import { Link, useLocation } from "@tanstack/react-router";
import { type ReactElement, useDeferredValue, useState } from "react";
import { useTenants } from "../api/tenant.ts";
import { useFocusBack } from "../parts/use-focus-back.ts";
import { useWords } from "../words/use-words.ts";
import { samePageOf } from "./same-page-of.ts";

const useStyles = makeStyles({
  surface: { maxWidth: "480px" },
  content: { display: "flex", flexDirection: "column", gap: "8px" },
  search: { maxWidth: "none" },
  list: { listStyleType: "none", margin: 0, padding: 0, overflowY: "auto", maxHeight: "50vh" },
  tenant: {
    display: "block",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecoration: "none",
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  here: { backgroundColor: tokens.colorSubtleBackgroundSelected, fontWeight: tokens.fontWeightSemibold },
  id: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

type TenantPickerProps = { readonly tenantId: string | undefined; readonly onClose: () => void };

/** Tenants by name. Choosing one stays on the same page with the same filters. */
export function TenantPicker({ tenantId, onClose }: TenantPickerProps): ReactElement {
  const styles = useStyles();
  const { frame, parts } = useWords();
  useFocusBack();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const { items, first, hasMore, loadMore } = useTenants(wanted === "" ? {} : { text: wanted });
  const { pathname, searchStr } = useLocation();
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{frame.tenantSwitcher.label}</DialogTitle>
          <DialogContent className={styles.content}>
            <SearchBox
              className={styles.search}
              aria-label={frame.tenantSwitcher.search}
              placeholder={frame.tenantSwitcher.search}
              value={text}
              onChange={(_, { value }) => setText(value.slice(0, 100))}
            />
            {first && items.length === 0 && <p>{frame.tenantSwitcher.noMatch(wanted)}</p>}
            <ul className={styles.list}>
              {items.map(({ id, name }) => (
                <li key={id}>
                  <Link
                    to={samePageOf(id, pathname, searchStr)}
                    className={mergeClasses(styles.tenant, id === tenantId && styles.here)}
                    onClick={onClose}
                  >
                    {name}
                    <span className={styles.id}>{id}</span>
                  </Link>
                </li>
              ))}
            </ul>
            {hasMore && <Button onClick={loadMore}>{parts.commands.more}</Button>}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{parts.dialogs.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
