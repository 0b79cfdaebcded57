const lone = /\r(?!\n)/g;

/** A text in which every carriage return without a line feed is one: a line ends there too. Of equal length. */
export const withLineFeeds = (text: string): string => (text.includes("\r") ? text.replace(lone, "\n") : text);
