/** A refusal in the service's own shape: what goes into an AMQP error, and the status code of a management answer. */
export class BrokerError extends Error {
  readonly condition: string;
  readonly status: number;

  constructor(condition: string, description: string, status: number) {
    super(description);
    this.name = "BrokerError";
    this.condition = condition;
    this.status = status;
  }
}

/** The client libraries recognise an unknown entity by the words `The messaging entity ... could not be found`. */
export function entityNotFound(path: string): BrokerError {
  return new BrokerError("amqp:not-found", `The messaging entity '${path}' could not be found.`, 404);
}

export function messageLockLost(): BrokerError {
  const text = "The lock supplied is invalid. Either the lock expired, or the message has already been removed.";
  return new BrokerError("com.microsoft:message-lock-lost", text, 410);
}

export function messageNotFound(sequence: number): BrokerError {
  return new BrokerError("com.microsoft:message-not-found", `No scheduled message has the number ${sequence}.`, 404);
}

export function messageTooLarge(bytes: number, limitBytes: number): BrokerError {
  const text = `The message of ${bytes} bytes exceeds the limit of ${limitBytes} bytes currently allowed on the link.`;
  return new BrokerError("amqp:link:message-size-exceeded", text, 400);
}

/** @param claim `Send` or `Listen`, the words the real service uses. */
export function unauthorized(claim: "Send" | "Listen", path: string): BrokerError {
  const text = `Unauthorized access. '${claim}' claim(s) are required to perform this operation. Resource: '${path}'.`;
  return new BrokerError("amqp:unauthorized-access", text, 401);
}

export function notAllowed(text: string): BrokerError {
  return new BrokerError("amqp:not-allowed", text, 400);
}

export function notSupported(what: string): BrokerError {
  return new BrokerError("amqp:not-implemented", `This embedded Service Bus does not support ${what}.`, 501);
}

export function serverBusy(): BrokerError {
  return new BrokerError("com.microsoft:server-busy", "The request was terminated because the entity is busy.", 503);
}
