import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Runs in Node; the Svelte plugin is there for the runes of `.svelte.ts` modules. */
export default defineConfig({
	plugins: [svelte()],
	test: {
		environment: 'node',
		// A machine that is busy takes its time; what hangs is still told.
		testTimeout: 60_000,
		include: [
			'src/**/*.test.ts',
			'mocks/**/*.test.ts',
			'tests/*.test.ts',
			'tests/contract/**/*.test.ts',
			'tests/browser/**/*.test.ts',
			'tests/bench/**/*.test.ts'
		]
	}
});
