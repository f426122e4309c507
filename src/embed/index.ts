// The exports that only an embed needs, in one chunk.
export { default as Embed } from './Embed.svelte';
export { mockUpOnly } from './mock-up-only';
