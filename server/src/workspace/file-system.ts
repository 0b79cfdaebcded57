/** The few things that the engine asks of a file system. Addresses are URIs; text is UTF-8, without its BOM kept. */
export interface FileSystem {
  /** `undefined` when there is no such file or it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  exists(uri: string): Promise<boolean>;
}
