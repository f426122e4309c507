import { expect, test } from 'vitest';
import { atOnce } from '../../tests/at-once';
import { readJsonTree } from './json-tree';
import { structuring } from './structure';
import { readXmlTree } from './xml-tree';

const XML = `<?xml version="1.0" encoding="utf-8"?>
<service_requests>
	<request><service_request_id>638344</service_request_id><status>closed</status><media_url/></request>
	<request><service_request_id>638349</service_request_id><status>open</status><media_url/></request>
</service_requests>`;

test('format, order, wrapper and white space do not count', () => {
	const json = `{"service_requests":[
		{"status":"closed","service_request_id":638344,"media_url":null},
		{"service_request_id":638349,"media_url":null,"status":"open"}]}`;
	const both = atOnce(structuring(readXmlTree(XML), readJsonTree(json)));
	expect(both?.first).toBe(
		'service_request_id 638344\n  service_request_id: 638344\n  status: closed\n  media_url:\n' +
			'service_request_id 638349\n  service_request_id: 638349\n  status: open\n  media_url:'
	);
	expect(both?.second).toBe(both?.first);
});

test('a record that moved is the same; one that is gone, new or changed is not', () => {
	const second = `[
		{"service_request_id":"700","status":"open"},
		{"service_request_id":"638349","status":"closed","media_url":""}]`;
	expect(atOnce(structuring(readXmlTree(XML), readJsonTree(second)))).toEqual({
		first:
			'service_request_id 638344\n  service_request_id: 638344\n  status: closed\n  media_url:\n' +
			'service_request_id 638349\n  service_request_id: 638349\n  status: open\n  media_url:',
		second:
			'service_request_id 700\n  service_request_id: 700\n  status: open\n' +
			'service_request_id 638349\n  service_request_id: 638349\n  status: closed\n  media_url:'
	});
});

test('items of a list inside a record are numbered, even a single one', () => {
	const xml = `<service_definition><service_code>DMV66</service_code><attributes><attribute>
		<code>WHISHETN</code><values><value><key>123</key><name>Ford</name></value></values>
		</attribute></attributes></service_definition>`;
	const json = `{"service_code":"DMV66","attributes":[{"code":"WHISHETN","values":[{"key":"123","name":"Ford"}]}]}`;
	const both = atOnce(structuring(readXmlTree(xml), readJsonTree(json)));
	expect(both?.first).toBe(
		'service_code DMV66\n  service_code: DMV66\n  attributes[1]/code: WHISHETN\n' +
			'  attributes[1]/values[1]/key: 123\n  attributes[1]/values[1]/name: Ford'
	);
	expect(both?.second).toBe(both?.first);
});

test('an empty list is the same in both formats, and a value stays on one line', () => {
	expect(atOnce(structuring(readXmlTree('<service_requests/>'), readJsonTree('[]')))).toEqual({
		first: '',
		second: ''
	});
	const text = readJsonTree('[{"token":"1","description":"two\\nlines"}]');
	expect(atOnce(structuring(text, text))?.first).toBe(
		'token 1\n  token: 1\n  description: two\\nlines'
	);
});

test('two records of the same name are numbered', () => {
	const twice = readJsonTree('[{"code":"400","description":"a"},{"code":"400","description":"b"}]');
	expect(atOnce(structuring(twice, twice))?.first).toBe(
		'code 400\n  code: 400\n  description: a\ncode 400 (2)\n  code: 400\n  description: b'
	);
});

test('a document that is not whole has no structure', () => {
	expect(atOnce(structuring(readXmlTree('<a><b></a>'), readXmlTree(XML)))).toBeNull();
	expect(atOnce(structuring(null, readXmlTree(XML)))).toBeNull();
});

test('a record of very many fields is compared; with too much to show there is no structure', () => {
	const list = (count: number) => readJsonTree(`[[${'0,'.repeat(count)}0]]`);
	expect(atOnce(structuring(list(150_000), list(150_000)))?.second.split('\n')).toHaveLength(
		150_002
	);
	expect(atOnce(structuring(list(250_000), list(1)))).toBeNull();
	const name = 'n'.repeat(1_000);
	const deep = `${`{"${name}":`.repeat(150)}[${'0,'.repeat(1_000)}0]${'}'.repeat(150)}`;
	expect(atOnce(structuring(readJsonTree(deep), list(1)))).toBeNull();
});

test('rests while it goes through many records', () => {
	const list = readJsonTree(`[${Array(5_000).fill('{"status":"open"}').join()}]`);
	let rests = 0;
	for (const _ of structuring(list, list)) rests++;
	expect(rests).toBeGreaterThan(50);
});
