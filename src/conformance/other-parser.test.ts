import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { refusalByOtherParser } from './other-parser';

/** What it returns in the end, and how many steps it took. */
function refusal(text: string) {
	const steps = refusalByOtherParser(text, 'next');
	for (let count = 0; ; count++) {
		const { done, value } = steps.next();
		if (done) return { refusal: value, steps: count };
		expect(value).toBe('next');
	}
}

test.each([
	['<services/>'],
	['<?xml version="1.0" encoding="utf-8"?>\n<a><b>1 &amp; 2 &#233;</b><!-- c --><![CDATA[d]]></a>'],
	['<a xmlns="http://wiki.open311.org/GeoReport_v2"><b c="d"/></a>'],
	['<a>路 👩🏽‍🚒</a>']
])('%s is read', (text) => expect(refusal(text)).toEqual({ refusal: null, steps: 2 }));

test('what the parser does not take is said in its words', () => {
	expect(refusal('<a><__proto__>1</__proto__></a>').refusal).toContain('__proto__');
	expect(refusal('<a>'.repeat(500) + '</a>'.repeat(500)).refusal).toContain('nested');
});

test('a very long document is not tried', () => {
	const text = `<a>${'<__proto__/>'.repeat(100_000)}</a>`;
	expect(refusal(text)).toEqual({ refusal: null, steps: 0 });
});

test.each(['<a>', '<a></b>', '<a b="1" b="2"/>'])(
	'%s is refused as the parser itself does',
	(text) => {
		let message = '';
		try {
			new XMLParser().parse(text, true);
		} catch (error) {
			message = (error as Error).message;
		}
		expect(message).toMatch(/:\d+:\d+$/);
		expect(refusal(text).refusal).toBe(message);
	}
);
