/**
 * The few things that the engine asks of a file system. Addresses are URIs; text is UTF-8, without its BOM kept.
 *
 * Whatever implements it reads regular files alone, of at most `largestFile` bytes, and nothing whose real path (links
 * followed) leaves the root of the place where it is asked for.
 */
export interface FileSystem {
  /** `undefined` when there is no such file, or it may not be read or cannot. */
  readText(uri: string): Promise<string | undefined>;
  /** Whether a file or folder is there; false for what leads out, whether it is there or not. */
  exists(uri: string): Promise<boolean>;
  /**
   * Whether its folder holds something by that name, whatever it is: also what may not be read, and a link that leads out or to
   * nothing. Where a file has a say by being there, it is not passed over because it cannot be read.
   */
  stands(uri: string): Promise<boolean>;
  /**
   * The folder (URI) that nothing named in the file at `uri` may lead out of: the top of its repository; outside of one the
   * workspace that holds it, else its own folder.
   */
  rootOf(uri: string): Promise<string>;
}
