/** The version of this build, the same in the page and in its service worker. */
declare const __BUILD__: string;
