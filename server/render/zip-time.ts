/**
 * The time that files in our zips carry: the first that the format knows, so that the same edition gives the same bytes.
 * A zip has local times and no zone, so this is asked for where a zip is made.
 */
export function zipTime(): Date {
  return new Date(1980, 0, 1);
}
