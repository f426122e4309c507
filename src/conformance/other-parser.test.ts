import { expect, test } from 'vitest';
import { refusalByOtherParser } from './other-parser';

test.each([
	['<services/>'],
	['<?xml version="1.0" encoding="utf-8"?>\n<a><b>1 &amp; 2 &#233;</b><!-- c --><![CDATA[d]]></a>'],
	['<a xmlns="http://wiki.open311.org/GeoReport_v2"><b c="d"/></a>'],
	['<a>路 👩🏽‍🚒</a>']
])('%s is read', (text) => expect(refusalByOtherParser(text)).toBeNull());

test('what the parser does not take is said in its words', () => {
	expect(refusalByOtherParser('<a><__proto__>1</__proto__></a>')).toContain('__proto__');
	expect(refusalByOtherParser('<a>'.repeat(500) + '</a>'.repeat(500))).toContain('nested');
});

test('a very long document is not tried', () => {
	expect(refusalByOtherParser(`<a>${'<__proto__/>'.repeat(100_000)}</a>`)).toBeNull();
});
