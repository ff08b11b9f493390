import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { Outlet, useBlocker, useParams } from "@tanstack/react-router";
import { type ReactElement, use, useState } from "react";
import { useMe } from "../api/me.ts";
import { useTenant } from "../api/tenant.ts";
import { DraftsContext } from "../api/use-draft.ts";
import { useWords } from "../words/use-words.ts";
import { Bell } from "./bell.tsx";
import { Navigation } from "./navigation.tsx";
import { PausedBar, PlatformPausedBar } from "./paused-bar.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { TenantSwitcher } from "./tenant-switcher.tsx";
import { TopBar } from "./top-bar.tsx";
import { useIsOutdated } from "./version.ts";

const useStyles = makeStyles({
  shell: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  skip: {
    position: "absolute",
    top: "-60px",
    left: "8px",
    zIndex: 20,
    padding: "8px 16px",
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    ":focus": { top: "8px" },
  },
  body: { display: "flex", flexGrow: 1, minHeight: 0, position: "relative" },
  bar: { marginBottom: "12px" },
  page: { flexGrow: 1, minWidth: 0, overflow: "auto", padding: "16px 24px", boxSizing: "border-box" },
});

/** What surrounds each page. */
export function Shell(): ReactElement {
  const styles = useStyles();
  const { frame } = useWords();
  const [navigationOpen, setNavigationOpen] = useState(false);
  const tenant = useOpenTenant();
  const isOutdated = useIsOutdated();
  useUnsavedQuestion();
  const { data: me } = useMe();
  return (
    <div className={styles.shell}>
      <a href="#page" className={styles.skip}>
        {frame.skip}
      </a>
      <TopBar navigationOpen={navigationOpen} onToggleNavigation={() => setNavigationOpen(!navigationOpen)}>
        <TenantSwitcher tenant={tenant} />
        <Bell />
        <PersonMenu />
      </TopBar>
      <div className={styles.body}>
        <Navigation
          open={navigationOpen}
          onChosen={() => setNavigationOpen(false)}
          tenant={tenant}
          platform={me?.platform === true}
        />
        <main id="page" className={styles.page} tabIndex={-1}>
          {isOutdated && (
            <MessageBar className={styles.bar}>
              <MessageBarBody>{frame.newVersion}</MessageBarBody>
              <MessageBarActions>
                <Button onClick={() => location.reload()}>{frame.reload}</Button>
              </MessageBarActions>
            </MessageBar>
          )}
          {me?.platform && !tenant && <PlatformPausedBar className={styles.bar} />}
          {tenant && <PausedBar tenantId={tenant.id} className={styles.bar} />}
          <Outlet />
        </main>
      </div>
    </div>
  );
}

/** The tenant whose page is open; its id stands for its name until that is known. */
function useOpenTenant(): { readonly id: string; readonly name: string } | undefined {
  const { tenantId } = useParams({ strict: false });
  const { data } = useTenant(tenantId);
  return tenantId === undefined ? undefined : { id: tenantId, name: data?.name ?? tenantId };
}

/** Asks before another page takes the place of a form that somebody typed into. */
function useUnsavedQuestion(): void {
  const drafts = use(DraftsContext);
  const { unsaved } = useWords().parts.dialogs;
  useBlocker({ shouldBlockFn: () => drafts?.isUnsaved() === true && !confirm(unsaved), enableBeforeUnload: false });
}
