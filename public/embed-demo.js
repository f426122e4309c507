// How a page talks to its embed: one request, one answer, or a sentence on why there is none.
const embed = document.querySelector('open311-playground');
const output = document.querySelector('output');

/** What became of a request, in a sentence. */
function told(result) {
	if (result.kind !== 'answer') return result.reason;
	const { status, contentType, body, answeredBy } = result;
	const count = body.match(/<request>/g)?.length ?? 0;
	return `${status}, ${count} service requests, ${contentType}, answered by the ${answeredBy}.`;
}

for (const button of document.querySelectorAll('button[data-status]')) {
	button.addEventListener('click', async () => {
		output.textContent = 'Asking…';
		const { status } = button.dataset;
		const values = { jurisdiction_id: 'toronto.ca', service_code: 'CSROWR-12', status };
		output.textContent = told(await embed.run({ method: 'requests', values }));
	});
}
