/**
 * Submits a form after its own checks, as a click on its button would. None of the page's forms
 * leaves the page, so they work also where a frame's sandbox forbids forms.
 */
function submitForm(form: HTMLFormElement, submitter: HTMLButtonElement | null = null) {
	if (!form.noValidate && !form.reportValidity()) return;
	const submitted = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter });
	const goesOn = form.dispatchEvent(submitted);
	if (goesOn && form.method === 'dialog') form.closest('dialog')?.close(submitter?.value);
}

/** Lets every submit button of the page submit its form so; Enter in a field clicks that button. */
export function submitInPage() {
	document.addEventListener('click', (event) => {
		const button = event.target instanceof Element ? event.target.closest('button') : null;
		if (button?.type !== 'submit' || !button.form || event.defaultPrevented) return;
		event.preventDefault();
		submitForm(button.form, button);
	});
}
