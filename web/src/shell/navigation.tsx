import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { aboutProduct, everywhere, type NavigationItem, ofPlatform, ofTenant } from "./navigation-items.ts";

const useStyles = makeStyles({
  nav: {
    width: "220px",
    flexShrink: 0,
    overflowY: "auto",
    padding: "8px",
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 800px)": { display: "none" },
  },
  open: {
    "@media (max-width: 800px)": {
      display: "block",
      position: "absolute",
      top: "48px",
      bottom: 0,
      left: 0,
      zIndex: 10,
      boxShadow: tokens.shadow16,
    },
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  section: {
    margin: "16px 0 4px 12px",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  link: {
    display: "flex",
    alignItems: "center",
    gap: "10px",
    minHeight: "32px",
    padding: "2px 12px",
    borderRadius: tokens.borderRadiusMedium,
    borderLeft: "3px solid transparent",
    color: tokens.colorNeutralForeground2,
    textDecoration: "none",
    ":hover": { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground2Selected,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { flexShrink: 0, width: "20px", height: "20px" },
});

export type NavigationProps = {
  readonly open: boolean;
  readonly onChosen: () => void;
  readonly tenant: { readonly id: string; readonly name: string } | undefined;
  readonly platform: boolean;
};

/** The left navigation: what exists for this person, and the pages of the tenant that is open. */
export function Navigation({ open, onChosen, tenant, platform }: NavigationProps): ReactElement {
  const styles = useStyles();
  const { frame } = useWords();
  const section = (items: readonly NavigationItem[], title?: string): ReactElement => (
    <Section items={items} title={title} tenantId={tenant?.id} onChosen={onChosen} />
  );
  return (
    <nav id="navigation" aria-label={frame.navigationLabel} className={mergeClasses(styles.nav, open && styles.open)}>
      {section(everywhere)}
      {tenant && section(ofTenant, tenant.name)}
      {platform && section(ofPlatform, frame.platform)}
      {section(aboutProduct, frame.product)}
    </nav>
  );
}

type SectionProps = Pick<NavigationProps, "onChosen"> & {
  readonly items: readonly NavigationItem[];
  readonly title: string | undefined;
  readonly tenantId: string | undefined;
};

function Section({ items, title, tenantId, onChosen }: SectionProps): ReactElement {
  const styles = useStyles();
  const { navigation } = useWords().frame;
  return (
    <>
      {title && (
        <div className={styles.section} title={title}>
          {title}
        </div>
      )}
      <ul className={styles.list}>
        {items.map(({ id, to, icon: Icon, exact }) => (
          <li key={id}>
            <Link
              to={to}
              params={tenantId === undefined ? {} : { tenantId }}
              className={styles.link}
              activeOptions={{ exact: exact === true, includeSearch: false }}
              activeProps={{ className: styles.here }}
              onClick={onChosen}
            >
              <Icon className={styles.icon} />
              {navigation[id]}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
