import { expect, test } from 'vitest';
import type { Draft } from '../georeport/request';
import { springfield, toronto } from './fixtures';
import { KeptDrafts, visitDrafts } from './kept-drafts';

const report: Draft = {
	method: 'submit',
	format: 'xml',
	values: { jurisdiction_id: 'example.org', api_key: 'SECRET', description: 'A hole.' },
	headers: { 'X-Auth-Token': 'SECRET' }
};

test('a draft is whole for the server it was made for', () => {
	const drafts = new KeptDrafts(visitDrafts);
	drafts.keep(report, springfield);
	expect(drafts.get('submit', springfield)).toBe(report);
	expect(drafts.get('services', springfield)).toBeNull();
});

test('at another server its keys stay behind, and the jurisdiction gives way', () => {
	const drafts = new KeptDrafts(visitDrafts);
	drafts.keep(report, springfield);
	expect(drafts.get('submit', toronto)).toEqual({
		method: 'submit',
		format: 'xml',
		values: { jurisdiction_id: 'toronto.ca', description: 'A hole.' },
		headers: {}
	});
});
