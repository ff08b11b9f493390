import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, type ReactNode, useId } from "react";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  line: { display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalM },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  beside: { color: tokens.colorNeutralForeground3 },
});

type PageSectionProps = {
  readonly title: string;
  /** At the end of the heading's line: a count, how old it is, a link to all. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page with a heading of its own. */
export function PageSection({ title, beside, children }: PageSectionProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.line}>
        <h2 className={styles.heading} id={id}>
          {title}
        </h2>
        {beside !== undefined && <span className={styles.beside}>{beside}</span>}
      </div>
      {children}
    </section>
  );
}
