/**
 * Validates a form and submits it, as a click on its button would. All forms of the page are
 * handled in the page, so they also work in a frame whose sandbox forbids forms.
 */
function submitForm(form: HTMLFormElement, submitter: HTMLButtonElement | null = null) {
	if (!form.noValidate && !form.reportValidity()) return;
	const submitted = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter });
	const goesOn = form.dispatchEvent(submitted);
	if (goesOn && form.method === 'dialog') form.closest('dialog')?.close(submitter?.value);
}

/** Makes every submit button of the page use `submitForm`; Enter in a field clicks that button. */
export function submitInPage() {
	document.addEventListener('click', (event) => {
		const button = event.target instanceof Element ? event.target.closest('button') : null;
		if (button?.type !== 'submit' || !button.form || event.defaultPrevented) return;
		event.preventDefault();
		submitForm(button.form, button);
	});
}
