/** Returns a URL or a part of one without the value of api_key, for whoever looks on. */
export const loggable = (url: string) => url.replace(/(api(?:_|%5f)key=)[^&]*/gi, '$1…');
