/** Why a file or folder could not be read, in one line. `path` is written as given. */
export function describeFileError(path: string, error: unknown): string {
  return `${path}: ${reason(error)}`;
}

function reason(error: unknown): string {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "ENOENT":
      return "no such file or folder";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "ENOTDIR":
      return "a part of this path is no folder";
    case "EISDIR":
      return "is a folder";
    case "ELOOP":
      return "links go round in a circle";
    case "ENAMETOOLONG":
      return "the name is too long";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
