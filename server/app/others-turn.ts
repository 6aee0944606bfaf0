/** Long work in pieces: the process serves everybody from one thread, so whoever is long at it lets others in between. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
