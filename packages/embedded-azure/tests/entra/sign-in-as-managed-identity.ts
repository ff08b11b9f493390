// A child process of the managed identity tests: the credential keeps the first endpoint it saw in a process.
// Arguments: client id, scope. Prints the token, or the error's message and name, as one JSON line.
import { ManagedIdentityCredential } from "@azure/identity";

const [clientId = "", scope = ""] = process.argv.slice(2);
try {
  const answer = await new ManagedIdentityCredential({ clientId }).getToken(scope);
  console.log(JSON.stringify({ token: answer.token, expiresOnTimestamp: answer.expiresOnTimestamp }));
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }));
}
