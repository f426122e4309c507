import { expect, test } from 'vitest';
import { parseUrl } from './parse-url';

test('letters beyond ASCII are read however often it was called', () => {
	for (let calls = 0; calls < 20_000; calls++) parseUrl('https://a.example/requests.xml');
	expect(parseUrl('https://bücher.example/é')?.href).toBe('https://xn--bcher-kva.example/%C3%A9');
});

test('a text that is no URL is null; one below a base is read with it', () => {
	expect(parseUrl('requests.xml')).toBeNull();
	expect(parseUrl('https://')).toBeNull();
	expect(parseUrl('requests.xml', 'https://a.example/v2/')?.href).toBe(
		'https://a.example/v2/requests.xml'
	);
});
