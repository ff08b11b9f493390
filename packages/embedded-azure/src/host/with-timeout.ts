/** Settles as `work` does, or rejects after `timeoutMs` (0: never) having called `onTimeout`. */
export async function withTimeout<T>(work: Promise<T>, timeoutMs: number, onTimeout: () => void): Promise<T> {
  if (timeoutMs === 0) return work;
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    onTimeout();
    reject(new InvocationTimeout(timeoutMs));
  }, timeoutMs);
  timer.unref();
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export class InvocationTimeout extends Error {
  override readonly name = "InvocationTimeout";
  constructor(timeoutMs: number) {
    super(`The function ran longer than functionTimeout (${timeoutMs} ms).`);
  }
}
