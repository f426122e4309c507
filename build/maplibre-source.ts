// MapLibre from its package's own sources: its page and its worker then share what they have in common,
// which its ready-made files have twice, and what no map of ours uses is left out.
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

/** Where its modules really lie: the build names them so, also where `node_modules` is a link. */
const SOURCES = realpathSync('node_modules/maplibre-gl/src');
const { version: VERSION } = JSON.parse(
	readFileSync(resolve(SOURCES, '../package.json'), 'utf8')
) as { version: string };
const ENTRY = '\0maplibre-gl';

/** What we use of it. */
const CODE = `
import { config } from '${SOURCES}/util/config.ts';
export { Map } from '${SOURCES}/ui/map.ts';
export const setWorkerUrl = (url) => (config.WORKER_URL = url);
`;

/**
 * What is left out: globes, terrain and relief, buildings that stand up, heatmaps, pictures and films, layers that a page draws
 * itself, tiles as MLT, and controls and pictures of its own. A basemap from elsewhere that needs one
 * of them does without, or is refused; see `src/map/drawable-style.ts`.
 */
const LEFT_OUT = new Set(
	`
	geo/projection/globe_camera_helper geo/projection/globe_projection geo/projection/globe_transform
	geo/projection/vertical_perspective_camera_helper
	geo/projection/vertical_perspective_projection
	geo/projection/vertical_perspective_transform
	render/terrain webgl/draw/draw_terrain webgl/render_to_texture
	source/raster_dem_tile_source source/raster_dem_tile_worker_source
	style/style_layer/hillshade_style_layer webgl/draw/draw_hillshade
	webgl/program/hillshade_program
	style/style_layer/color_relief_style_layer webgl/draw/draw_color_relief
	webgl/program/color_relief_program
	style/style_layer/heatmap_style_layer webgl/draw/draw_heatmap webgl/program/heatmap_program
	style/style_layer/custom_style_layer webgl/draw/draw_custom
	style/style_layer/fill_extrusion_style_layer webgl/draw/draw_fill_extrusion
	webgl/program/fill_extrusion_program
	source/canvas_source source/image_source source/video_source source/vector_tile_mlt
	source/geojson_source_diff
	webgl/draw/draw_sky webgl/program/sky_program webgl/program/atmosphere_program
	ui/control/attribution_control ui/control/logo_control ui/hash
	webgl/draw/draw_collision_debug webgl/draw/draw_debug
	`
		.trim()
		.split(/\s+/)
		.map((module) => `${module}.ts`)
);

/** The programs for the graphics card of what is left out. */
const UNUSED_SHADER =
	/^shaders\/glsl\/(?:_projection_globe|atmosphere|collision_|color_relief|debug|fill_extrusion|heatmap|hillshade|sky|terrain)/;

/** A module with the same exports: nothing is an instance of them, draws, or can be made. */
function standIn(module: string): string {
	const code = readFileSync(resolve(SOURCES, module), 'utf8');
	const declared = code.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm);
	const listed = code.matchAll(/^export \{([^}]+)\}/gm);
	const names = [
		...[...declared].map(([, name = '']) => name),
		...[...listed].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
	].filter((name) => /^\w+$/.test(name));
	const error = JSON.stringify(`This map is built without ${module}.`);
	return names
		.map((name) => {
			if (/^is[A-Z]/.test(name)) return `export const ${name} = () => false;`;
			// Asked at each frame, also where there is nothing to draw.
			if (/^draw[A-Z]/.test(name)) return `export const ${name} = () => {};`;
			return `export function ${name}() { throw new Error(${error}); }`;
		})
		.join('\n');
}

const isOfSpec = (id: string, module: string) =>
	id.endsWith(`/@maplibre/maplibre-gl-style-spec/dist/${module}`);

/** What no style of ours and none of the basemaps to choose from is written with. */
const UNUSED_EXPRESSIONS = ['Distance', 'Within'];

/** What the specification says of properties for those who read it and for those who check styles. */
const NOT_FOR_DRAWING = new Set([
	...['doc', 'example', 'sdk-support', 'units'],
	...['maximum', 'minimum', 'period', 'required', 'requires']
]);

/**
 * What stands in for a module of the style specification. Styles are not checked against it: ours are
 * checked by our tests, and others are drawn as far as they can be. Of its tables those stay that
 * layers are drawn by, without what only a check has a use for.
 */
function standInOfSpec(id: string): string | null {
	if (isOfSpec(id, 'validate_style.min.mjs')) {
		const parts = [...readFileSync(id, 'utf8').matchAll(/validateStyleMin\.(\w+) =/g)].map(
			([, part]) => `${part}: none`
		);
		return `const none = () => []; export const validateStyleMin = Object.assign(() => [], { ${parts.join(', ')} });`;
	}
	// Every style is drawn anew.
	if (isOfSpec(id, 'diff.mjs')) return 'export const diff = () => [];';
	const expression = UNUSED_EXPRESSIONS.find((name) =>
		isOfSpec(id, `expression/definitions/${name.toLowerCase()}.mjs`)
	);
	if (expression !== undefined) {
		return `export class ${expression} { static parse(_, context) { return context.error('This map does not know ${expression}.'); } }`;
	}
	if (!isOfSpec(id, 'reference/v8.mjs')) return null;
	const file = join(dirname(id), '../latest.json');
	const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	const tables = Object.entries(all)
		.filter(([name]) => /^(?:(?:layout|paint|source)_|(?:light|projection|sky)$)/.test(name))
		.filter(([name]) => !/_(?:color-relief|fill-extrusion|heatmap|hillshade)$/.test(name))
		// Of kinds of source only the names count.
		.map(([name, table]) => [name, name.startsWith('source_') ? {} : table] as const);
	const text = JSON.stringify(Object.fromEntries(tables), (key, value: unknown) =>
		NOT_FOR_DRAWING.has(key) ? undefined : value
	);
	return `export default ${text};`;
}

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
		load(id) {
			if (id === ENTRY) return CODE;
			const module = relative(SOURCES, id).split(sep).join('/');
			if (UNUSED_SHADER.test(module)) return 'export default "";';
			// Of all that it says of itself, the map asks for its version.
			if (module === '../package.json') return JSON.stringify({ version: VERSION });
			return LEFT_OUT.has(module) ? standIn(module) : standInOfSpec(id);
		},
		transform: {
			filter: { id: /[\\/]maplibre-gl[\\/]src[\\/].*\.ts$/ },
			handler: (code, id) => transformWithOxc(code, id, OPTIONS)
		}
	};
}
