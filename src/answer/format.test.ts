import { expect, test } from 'vitest';
import type { Format } from '../georeport/types';
import { formatOf } from './format';

test.each<[what: string, contentType: string | null, source: string, Format | null]>([
	['JSON under text/xml', 'text/xml; charset=utf-8', '[]', 'json'],
	['JSON under application/xml', 'application/xml', ' {}', 'json'],
	['JSON under text/html', 'text/html', '[{"a":1}]', 'json'],
	['XML under application/json', 'application/json', '\n<services/>', 'xml'],
	['XML under another JSON type', 'application/vnd.city+json', '<a/>', 'xml'],
	['XML with its declaration under text/html', 'text/html', '<?xml version="1.0"?><a/>', 'xml'],
	['services under text/html', 'text/html', '<services/>', 'xml'],
	['services after a comment under text/html', 'text/html', '<!-- made -->\n<services/>', 'xml'],
	[
		'services with their type under text/html',
		'text/html',
		'<!DOCTYPE services><services/>',
		'xml'
	],
	['a piece of HTML after a comment', 'text/html', '<!-- made --><p>Hello', null],
	['a comment that does not end', 'text/html', '<!-- <services/>', null],
	['JSON under text/plain', 'text/plain', '[]', 'json'],
	['XML under text/plain', 'text/plain', ' \n<services/>', 'xml'],
	['no header', null, '{}', 'json'],
	['a single JSON value, which only the header tells', 'application/json', '"a"', 'json'],
	['text under text/xml, which only the header calls XML', 'text/xml', 'Sorry', 'xml'],
	['text', null, 'Not found', null],
	['a piece of HTML', 'text/html', '<p>Hello', null],
	['an HTML page', 'text/html', '<!DOCTYPE html><html></html>', null],
	['an HTML page under text/xml', 'text/xml', '<!doctype html>\n<p>Sorry', null],
	['an HTML page under application/json', 'application/json', '<html lang="en">', null],
	['an XHTML page', 'application/xhtml+xml', '<?xml version="1.0"?>\n<html></html>', null],
	['an HTML page after a comment', null, '<!-- cached --><!DOCTYPE HTML>', null]
])('%s', (_, contentType, source, format) => {
	expect(formatOf(contentType, source)).toBe(format);
});
