/** The version of this build, the same in the page and in its service worker. */
declare const __BUILD__: string;

/** How many test cases there are. */
declare const __CASE_COUNT__: number;
