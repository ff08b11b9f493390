const pattern = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** An ISO 8601 duration of days and smaller, such as `PT1M`, in milliseconds. */
export function parseDuration(text: string): number {
  const match = pattern.exec(text);
  if (!match || !/\d/.test(text)) throw new TypeError(`'${text}' is not an ISO 8601 duration such as PT1M.`);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

export function toDuration(seconds: number): string {
  return `PT${seconds}S`;
}
