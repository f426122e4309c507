// Looking for what a copy leaves out takes no longer than a body is long.
import { test } from 'vitest';
import { toHttpRequest, type Draft } from '../../src/georeport/request';
import { secretsOf } from '../../src/georeport/secrets';
import { expectLinear } from './growth';

const BASE = { url: 'https://a.example/v2/', discoveryUrl: 'https://a.example/v2/' };

test('names, quotes and elements without end', () =>
	expectLinear(
		(length) => {
			const text = 'name="a"\n'.repeat(length) + '"a'.repeat(length) + '<a '.repeat(length);
			const rawBody = { type: 'text/plain', text };
			const draft: Draft = { method: 'submit', format: 'xml', values: {}, rawBody };
			return { draft, request: toHttpRequest(draft, BASE) };
		},
		(exchange) => secretsOf(exchange, { personal: false }),
		5_000
	));
