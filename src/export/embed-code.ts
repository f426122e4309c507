const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The HTML with which another page shows a request: `root` is the folder of the playground, `hash`
 * the permalink from # on. Without the script the reader still has a plain link.
 */
export function embedCode(root: string, hash: string): string {
	const link = hash ? ` link="${escaped(hash)}"` : '';
	return [
		`<script src="${escaped(root)}embed.js" defer></script>`,
		`<open311-playground${link}>`,
		`\t<a href="${escaped(root + hash)}">Open this request in the Toronto Open311 Playground</a>`,
		'</open311-playground>',
		''
	].join('\n');
}
