import { expect, test } from 'vitest';
import { embedCode } from './embed-code';

test('an embed is a script, an element, and a plain link for readers without scripts', () => {
	expect(
		embedCode('https://docs.example.org/playground/', '#requests?status=open&page=2', false)
	).toBe(
		`<script src="https://docs.example.org/playground/embed.js" defer></script>
<open311-playground link="#requests?status=open&#38;page=2">
	<a href="https://docs.example.org/playground/#requests?status=open&#38;page=2">Open this request in the Toronto Open311 Playground</a>
</open311-playground>
`
	);
	expect(embedCode('https://docs.example.org/', '', false)).toContain('<open311-playground>\n');
	expect(embedCode('https://docs.example.org/', '#services', true)).toContain(
		'<open311-playground link="#services" preset="minimal">\n'
	);
});

test('a link is escaped in its attribute', () => {
	const code = embedCode('https://docs.example.org/', '#x"><script>alert(1)</script>', true);
	expect(code.match(/<\w+/g)).toEqual(['<script', '<open311', '<a']);
	expect(code).toContain('link="#x&#34;&#62;&#60;script&#62;');
});
