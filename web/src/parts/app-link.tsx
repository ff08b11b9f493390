import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type AnchorHTMLAttributes, type MouseEvent, type ReactElement, useContext } from "react";
import { NavigateContext } from "./navigate-context.ts";

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "none",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

type AppLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  readonly href: string;
  readonly "data-stop"?: string;
};

/** A link within the portal. A plain click navigates; with a modifier the browser does what it always does. */
export function AppLink({ href, className, onClick, children, ...rest }: AppLinkProps): ReactElement {
  const navigate = useContext(NavigateContext);
  const styles = useStyles();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (navigate === undefined || modified || event.defaultPrevented || rest.target === "_blank") return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a {...rest} href={href} className={mergeClasses(styles.link, className)} onClick={follow}>
      {children}
    </a>
  );
}
