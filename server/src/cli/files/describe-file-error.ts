/** Why a file or folder could not be read, in one line. `path` is written as given. */
export function describeFileError(path: string, error: unknown): string {
  return `${path}: ${reason(error)}`;
}

/** What is said when a path goes on behind a file. */
export const noFolder = "a part of this path is no folder";

/** Whether an error of the file system has this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

function reason(error: unknown): string {
  switch (error instanceof Error && "code" in error ? error.code : undefined) {
    case "ENOENT":
      return "no such file or folder";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "ENOTDIR":
      return noFolder;
    case "EISDIR":
      return "is a folder";
    case "ELOOP":
      return "links go round in a circle";
    case "ENOSPC":
      return "no space left";
    case "ENAMETOOLONG":
      return "the name is too long";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
