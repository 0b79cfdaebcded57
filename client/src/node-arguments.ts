/**
 * What the Node of the server is started with. The youngest objects get half of what newer versions of Node give them: a key
 * takes no longer, and while somebody types in a large document the process is smaller by a fifth.
 */
export const nodeArguments: readonly string[] = ["--max-semi-space-size=16"];
