import { Button, type ButtonProps, makeStyles, tokens } from "@fluentui/react-components";
import { PersonRegular } from "@fluentui/react-icons/svg/person";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import { usePerson } from "./person.ts";

const useStyles = makeStyles({
  sign: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    flexShrink: 0,
    width: "28px",
    height: "28px",
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
  },
});

/** Who is signed in. A menu gives it what opens it. */
export function PersonButton(props: ButtonProps): ReactElement {
  const styles = useStyles();
  const { name } = usePerson();
  const { person } = useWords().frame;
  return (
    <Button
      {...props}
      appearance="transparent"
      aria-haspopup="menu"
      aria-label={person.menu(name)}
      icon={
        <span className={styles.sign}>
          <PersonRegular />
        </span>
      }
    />
  );
}
