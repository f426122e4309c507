// MapLibre from its package's own sources: its page and its worker then share what they have in common,
// which its ready-made files have twice.
import { resolve } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const SOURCES = resolve('node_modules/maplibre-gl/src');
const ENTRY = '\0maplibre-gl';

/** What we use of it. */
const CODE = `
import { config } from '${SOURCES}/util/config.ts';
export { Map } from '${SOURCES}/ui/map.ts';
export const setWorkerUrl = (url) => (config.WORKER_URL = url);
`;

/** How MapLibre compiles itself: a field that is only declared is none. */
const OPTIONS = {
	lang: 'ts',
	assumptions: { setPublicClassFields: true },
	typescript: { removeClassFieldsWithoutInitializer: true }
} as const;

/** Takes `maplibre-gl` and its worker from the package's sources; only in the built page. */
export function mapLibreFromSource(): Plugin {
	return {
		name: 'maplibre-from-source',
		apply: 'build',
		enforce: 'pre',
		resolveId(source) {
			if (source === 'maplibre-gl') return ENTRY;
			const isWorker = source === 'maplibre-gl/dist/maplibre-gl-worker.mjs';
			return isWorker ? `${SOURCES}/source/worker.ts` : null;
		},
		load: (id) => (id === ENTRY ? CODE : null),
		transform: {
			filter: { id: /[\\/]maplibre-gl[\\/]src[\\/].*\.ts$/ },
			handler: (code, id) => transformWithOxc(code, id, OPTIONS)
		}
	};
}
