/**
 * Whether the page is an embed, by `?embed` in its address: a guest in a page of others, which
 * keeps nothing on the device, uses nothing that is kept there, and asks the mock-up alone.
 */
export const EMBEDDED = new URLSearchParams(globalThis.location?.search).has('embed');
