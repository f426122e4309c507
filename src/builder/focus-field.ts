import { focusWhenThere } from '../ui/focus-when-there';

const CONTROL = ':is(input, select, textarea):not([tabindex="-1"]), input:checked';

/**
 * Puts the focus into the control of an argument, by its wire name; of several values into the first.
 * A form that is still being loaded is waited for; nothing happens where it shows no such field.
 */
export function focusField(name: string): void {
	focusWhenThere(() => {
		// On the stage the page's own form is there too, out of sight.
		const form = [...document.querySelectorAll('.argument-form')].find((form) =>
			form.checkVisibility()
		);
		const field = form?.querySelector(`[data-field="${CSS.escape(name)}"]`);
		field?.closest('details')?.setAttribute('open', '');
		return field?.querySelectorAll<HTMLElement>(CONTROL) ?? [];
	});
}
