/** Rejects with an error of this message if the promise is still pending after so many milliseconds. */
export async function withDeadline<Result>(promise: Promise<Result>, ms: number, message: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    // It may still reject, after nobody waits for it.
    promise.catch(() => {});
  }
}
