/**
 * What the journal asks of the file system: five calls, so that a test can count them and let any of them fail. Positions are always
 * given: a file opened for appending would write wherever somebody else left the end.
 */
import { fdatasync, fstatSync, ftruncate, read, write } from 'node:fs';
import { promisify } from 'node:util';

export interface FileOperations {
  /** Fills the bytes from a position. */
  read(fd: number, bytes: Buffer, position: number): Promise<void>;
  /** Writes all of the bytes at a position. */
  write(fd: number, bytes: Buffer, position: number): Promise<void>;
  datasync(fd: number): Promise<void>;
  truncate(fd: number, size: number): Promise<void>;
  /** The file's size and how many names it has; none once it is deleted or replaced. */
  stat(fd: number): { readonly size: number; readonly links: number };
}

const readOnce = promisify(read);
const writeOnce = promisify(write);

export const fileOperations: FileOperations = {
  async read(fd, bytes, position) {
    await readOnce(fd, bytes, 0, bytes.length, position);
  },
  async write(fd, bytes, position) {
    for (let done = 0; done < bytes.length;) {
      const { bytesWritten } = await writeOnce(fd, bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  },
  datasync: promisify(fdatasync),
  truncate: promisify(ftruncate),
  stat(fd) {
    const { size, nlink } = fstatSync(fd);
    return { size, links: nlink };
  },
};
