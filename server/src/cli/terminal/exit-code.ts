/** 0: all is well; 1: findings or No-Go; 2: wrong usage, unreadable input, or nothing to judge. */
export type ExitCode = 0 | 1 | 2;
