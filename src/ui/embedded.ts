/**
 * Whether the page is an embed in another page, which `?embed` in its address says. An embed
 * neither stores nor uses data on the device, and sends requests to the mock-up only.
 */
export const EMBEDDED = new URLSearchParams(globalThis.location?.search).has('embed');
