import { describe, expect, it } from 'vitest';
import { creditsIn } from './attribution.ts';

describe('creditsIn', () => {
	it('reads text, links and entities as map sources write them', () => {
		expect(
			creditsIn(
				`<a href="https://openfreemap.org" target="_blank">OpenFreeMap</a> <a class=x href='https://www.openmaptiles.org/?a=1&amp;b=2'>&copy; OpenMapTiles</a> Data from &#169;&#xA9; me &amp;lt;`
			)
		).toEqual([
			{ text: 'OpenFreeMap', href: 'https://openfreemap.org' },
			{ text: '© OpenMapTiles', href: 'https://www.openmaptiles.org/?a=1&b=2' },
			{ text: ' Data from ©© me &lt;', href: null }
		]);
	});

	it.each([
		['javascript:alert(1)'],
		['&#106;avascript:alert(1)'],
		[' JaVaScRiPt:alert(1)'],
		['data:text/html,x'],
		['//evil.example/'],
		['https://']
	])('leaves the words of a link to %s, not the link', (href) => {
		expect(creditsIn(`<a href="${href}">Map</a>`)).toEqual([{ text: 'Map', href: null }]);
	});

	it('leaves out every other tag, closed or not', () => {
		expect(creditsIn('<img src=x onerror=alert(1)>a<b>b</b><script>c</script>')).toEqual([
			{ text: 'abc', href: null }
		]);
		expect(creditsIn('&constructor; &#0; &#x110000; <<a>>')).toEqual([
			{ text: '&constructor; \uFFFD \uFFFD >', href: null }
		]);
		expect(creditsIn('<p> </p>')).toEqual([]);
	});
});
