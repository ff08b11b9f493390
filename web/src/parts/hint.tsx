import { makeStyles, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type ReactElement, type SyntheticEvent, useId, useState } from "react";

/** The widest hint, in pixels; its text wraps. */
const widest = 280;

const useStyles = makeStyles({
  around: { display: "inline-flex" },
  hint: {
    position: "absolute",
    // Touches the button, which is 4 px lower than its row: the pointer can move onto the hint without leaving.
    top: "calc(100% - 2px)",
    zIndex: 15,
    maxWidth: `min(${widest}px, 100%)`,
    boxSizing: "border-box",
    padding: "4px 11px 6px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "break-word",
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
  },
});

type HintProps = {
  readonly text: string;
  /** Draws what the hint is of; it is described by the element of this id. */
  readonly children: (id: string) => ReactElement;
};

/**
 * A sentence below a row of commands, for the one that is hovered or has the focus; Esc takes it away. It stands within
 * what is around it and is positioned, so that nothing has to be measured while the page scrolls.
 */
export function Hint({ text, children }: HintProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  const [left, setLeft] = useState<number>();
  const show = ({ currentTarget }: SyntheticEvent<HTMLElement>): void => {
    const room = (currentTarget.offsetParent?.clientWidth ?? widest) - widest;
    setLeft(Math.max(0, Math.min(currentTarget.offsetLeft, room)));
  };
  const hide = (): void => setLeft(undefined);
  const listeners = {
    onPointerEnter: show,
    onFocus: show,
    onPointerLeave: hide,
    onBlur: hide,
    onKeyDown: ({ key }: KeyboardEvent) => key === "Escape" && hide(),
  };
  return (
    <span className={styles.around} {...listeners}>
      {children(id)}
      <span role="tooltip" id={id} className={styles.hint} style={{ left }} hidden={left === undefined}>
        {text}
      </span>
    </span>
  );
}
