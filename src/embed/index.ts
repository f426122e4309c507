// What only an embed needs, loaded in one piece.
export { default as Embed } from './Embed.svelte';
export { mockUpOnly } from './mock-up-only';
