import { tick } from 'svelte';

/**
 * Puts the focus into the control of an argument, by its wire name; of several values into the first.
 * Nothing happens where the form shows no such field.
 */
export async function focusField(name: string): Promise<void> {
	await tick();
	// On the stage the page's own form is there too, out of sight.
	const form = [...document.querySelectorAll('.argument-form')].find((form) =>
		form.checkVisibility()
	);
	const field = form?.querySelector(`[data-field="${CSS.escape(name)}"]`);
	field?.closest('details')?.setAttribute('open', '');
	field
		?.querySelector<HTMLElement>(':is(input, select, textarea):not([tabindex="-1"]), input:checked')
		?.focus();
}
