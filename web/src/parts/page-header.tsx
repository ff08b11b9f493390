import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement, type ReactNode, use, useEffect, useRef } from "react";
import { useWords } from "../words/use-words.ts";
import { AppLink } from "./app-link.tsx";
import { VisitContext } from "./visit.ts";

/** A step above the page: its name and address. */
export type Crumb = { readonly text: string; readonly href: string };

const useStyles = makeStyles({
  header: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  trail: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: "24px",
    color: tokens.colorNeutralForeground3,
  },
  crumb: { display: "inline-block", minHeight: "24px" },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalL },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    ":focus": { outlineStyle: "none" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: "80ch" },
});

type PageHeaderProps = {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** Beside the heading: a state, a count. */
  readonly beside?: ReactNode;
  /** One sentence under the heading. */
  readonly lead?: ReactNode;
  /** Usually a `CommandBar`. */
  readonly children?: ReactNode;
  /** Names the page; when it changes, the heading takes the focus. The address without its search parameters fits. */
  readonly page: string;
};

/** The one h1 of a page with what stands around it. It takes the focus after navigation, never at the first load. */
export function PageHeader({ title, crumbs = [], beside, lead, children, page }: PageHeaderProps): ReactElement {
  const styles = useStyles();
  const heading = useFocusAfterNavigation(page);
  return (
    <header className={styles.header}>
      <Trail crumbs={crumbs} />
      <div className={styles.line}>
        <h1 className={styles.heading} ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
      </div>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </header>
  );
}

function Trail({ crumbs }: { readonly crumbs: readonly Crumb[] }): ReactElement | null {
  const styles = useStyles();
  const { breadcrumb } = useWords().parts.page;
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label={breadcrumb}>
      <ol className={styles.trail}>
        {crumbs.map(({ text, href }, index) => (
          <Fragment key={href}>
            {index > 0 && <li aria-hidden="true">›</li>}
            <li>
              <AppLink href={href} className={styles.crumb}>
                {text}
              </AppLink>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

function useFocusAfterNavigation(page: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const visit = use(VisitContext);
  useEffect(() => {
    if (!visit) return;
    const { pageBefore } = visit;
    if (pageBefore !== undefined && pageBefore !== page) heading.current?.focus({ preventScroll: true });
    visit.pageBefore = page;
  }, [page, visit]);
  return heading;
}
