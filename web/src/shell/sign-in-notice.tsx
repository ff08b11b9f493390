import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import type { ConsentOutcome } from "../session/session.ts";
import { useWords } from "../words/use-words.ts";

const useStyles = makeStyles({
  page: {
    minHeight: "100vh",
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    padding: "16px",
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground2,
  },
  card: {
    maxWidth: "440px",
    padding: "32px",
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    overflowWrap: "anywhere",
  },
  product: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightSemibold },
  heading: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, margin: "8px 0" },
});

type SignInNoticeProps = {
  /** Why the sign-in failed: Entra's code, or the protocol's own. Without one somebody signed out. */
  readonly code: string | undefined;
  readonly onSignIn: () => Promise<never>;
};

/** Nobody is signed in. Nothing here signs anybody in by itself. */
export function SignInNotice({ code, onSignIn }: SignInNoticeProps): ReactElement {
  const { signIn } = useWords().frame;
  const isRefused = code !== undefined;
  return (
    <Card title={isRefused ? signIn.refused : signIn.signedOut}>
      <p>{isRefused ? signIn.refusedHelp(code) : signIn.signedOutHelp}</p>
      <Button appearance="primary" onClick={() => void onSignIn()}>
        {signIn.button}
      </Button>
    </Card>
  );
}

/** What came of a consent, for whoever was asked: a person of another organisation, whom nothing here signs in. */
export function ConsentNotice({ outcome }: { readonly outcome: ConsentOutcome }): ReactElement {
  const { title, help } = useWords().frame.consented[outcome];
  return (
    <Card title={title}>
      <p>{help}</p>
    </Card>
  );
}

/** The API did not say how people sign in. */
export function NotStarted(): ReactElement {
  const { signIn, reload } = useWords().frame;
  return (
    <Card title={signIn.notStarted}>
      <p>{signIn.notStartedHelp}</p>
      <Button appearance="primary" onClick={() => location.reload()}>
        {reload}
      </Button>
    </Card>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  const { product } = useWords().frame;
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <div className={styles.product}>{product}</div>
        <h1 className={styles.heading}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
