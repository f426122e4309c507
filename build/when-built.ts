import type { Plugin, ResolvedConfig, Rolldown } from 'vite';

/**
 * A plugin that does something once the plugins before it have written the site; nothing after a build
 * that failed. `work` may end the build with `this.error`.
 */
export function whenBuilt(
	name: string,
	work: (this: Rolldown.PluginContext, config: ResolvedConfig) => void | Promise<void>
): Plugin {
	let config: ResolvedConfig;
	let failed = false;
	return {
		name,
		apply: 'build',
		configResolved: (resolved) => {
			config = resolved;
		},
		buildEnd: (error) => {
			failed = error !== undefined;
		},
		closeBundle: {
			order: 'post',
			sequential: true,
			async handler() {
				if (!failed) await work.call(this, config);
			}
		}
	};
}
