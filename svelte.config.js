import { relative, sep } from 'node:path';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** Which component has which class; no two may have the same. */
const classes = new Map();

/** The class that scopes a component's styles: short, for it is written at every element. */
function cssHash({ hash, filename, css }) {
	const name = filename ? relative(process.cwd(), filename).split(sep).join('/') : css;
	const scope = `_${hash(name).slice(0, 4)}`;
	if ((classes.get(scope) ?? name) !== name) {
		throw new Error(`${name} and ${classes.get(scope)} have the same class, ${scope}.`);
	}
	classes.set(scope, name);
	return scope;
}

export default { preprocess: vitePreprocess({ script: false }), compilerOptions: { cssHash } };
