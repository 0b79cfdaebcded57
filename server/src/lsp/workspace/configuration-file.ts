/** Glob of the files that configure the product, at any depth. */
import { configurationName } from "../../engine/index.ts";
export const configurationGlob = `**/${configurationName}`;

/** Whether a URI is that of a configuration file. */
export function isConfigurationFile(uri: string): boolean {
  return uri.endsWith(`/${configurationName}`);
}
