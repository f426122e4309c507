import { MediaQuery } from 'svelte/reactivity';
import { recall, remember } from './local-storage';

/** The themes one can choose; `system` follows the device. */
const THEMES = ['system', 'light', 'dark'] as const;

/** The name of a theme. */
export type ThemeName = (typeof THEMES)[number];

const isThemeName = (value: unknown): value is ThemeName => THEMES.includes(value as ThemeName);

/** The theme of the page: stored for the next visit, and applied to the root element. */
export class Theme {
	name: ThemeName = $state('system');
	#system = new MediaQuery('prefers-color-scheme: dark');

	/** Whether the page is currently dark. */
	dark = $derived(this.name === 'system' ? this.#system.current : this.name === 'dark');

	constructor() {
		this.#put(recall('theme', isThemeName, 'system'));
	}

	choose = (name: ThemeName) => {
		this.#put(name);
		remember('theme', name);
	};

	#put(name: ThemeName) {
		this.name = name;
		if (typeof document === 'undefined') return;
		if (name === 'system') delete document.documentElement.dataset.theme;
		else document.documentElement.dataset.theme = name;
	}
}
