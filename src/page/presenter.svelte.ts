import type { KeyPress } from '../ui/shortcuts';

/** The page before a room: larger type, chrome folded away, until it is ended. */
export class Presenter {
	on = $state(false);

	toggle = () => {
		this.on = !this.on;
		// The size of all type hangs on the root.
		document.documentElement.toggleAttribute('data-presenting', this.on);
	};
}

/** Where the key of a remote control leads, -1 or 1; 0 for any other, and while somebody types. */
export function turning({ key, target }: Pick<KeyPress, 'key' | 'target'>): number {
	const types =
		target instanceof HTMLElement &&
		target.matches('input, textarea, select, [contenteditable=true]');
	if (types) return 0;
	return key === 'PageDown' ? 1 : key === 'PageUp' ? -1 : 0;
}
