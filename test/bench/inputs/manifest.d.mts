export declare function manifest(options: { lines: number; fault?: boolean; seed?: number }): string;
