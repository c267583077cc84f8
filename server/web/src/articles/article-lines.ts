/** Most lines that a page of articles shows at first: with many times as many a browser is busy for half a minute. */
export const articleLines = 500;
