const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Returns the HTML that shows a request in another page, with a plain link for readers without
 * scripts. `root` is the folder of the playground, and `hash` the permalink from `#` on; if
 * `isMinimal`, the embed has the request, its status and its answer alone.
 */
export function embedCode(root: string, hash: string, isMinimal: boolean): string {
	const link = (hash ? ` link="${escaped(hash)}"` : '') + (isMinimal ? ' preset="minimal"' : '');
	return [
		`<script src="${escaped(root)}embed.js" defer></script>`,
		`<open311-playground${link}>`,
		`\t<a href="${escaped(root + hash)}">Open this request in the Toronto Open311 Playground</a>`,
		'</open311-playground>',
		''
	].join('\n');
}
