import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Runs in Node; the Svelte plugin is there for the runes of `.svelte.ts` modules. */
export default defineConfig({
	plugins: [svelte()],
	test: {
		environment: 'node',
		// Notices what hangs. What takes longer on a busy machine has a limit of its own.
		testTimeout: 15_000,
		// Modules are loaded once for all files: no test leaves anything behind in them.
		isolate: false,
		include: [
			'src/**/*.test.ts',
			'mocks/**/*.test.ts',
			'tests/*.test.ts',
			'tests/contract/**/*.test.ts',
			'tests/cost/*.test.ts',
			'tests/browser/**/*.test.ts',
			'tests/bench/**/*.test.ts',
			'tests/fuzz/**/*.test.ts'
		]
	}
});
