import { expect, test } from 'vitest';
import { PREFER } from '../../mocks/api/preferences';
import type { HttpRequest } from '../georeport/request';
import { springfield, toronto } from './fixtures';
import { MockUpControls } from './mock-up-controls.svelte';
import { changeSubmission, forgetSubmission, listSubmissions } from './submissions';

function controlsWith(status = 204, text = '') {
	const asked: HttpRequest[] = [];
	const controls = new MockUpControls({
		prefer: PREFER,
		url: () => 'https://a.example/mock-up/',
		ask: async (request) => {
			asked.push(request);
			return { status, contentType: 'application/json', text };
		}
	});
	return { controls, asked };
}

test('preferences of a method and of every request go out together, to the mock-up alone', () => {
	const { controls } = controlsWith();
	controls.setPreference('every', 'delay', '200-800');
	controls.setPreference('submit', 'code', '503');
	expect(controls.overrides).toEqual({ every: 'delay=200-800', submit: 'code=503' });
	expect(controls.preferOf('submit', toronto, 'fault=drop')).toBe(
		'fault=drop, code=503, delay=200-800'
	);
	expect(controls.preferOf('services', toronto, undefined)).toBe('delay=200-800');
	expect(controls.preferOf('submit', springfield, 'fault=drop')).toBe('fault=drop');
	expect(controls.preferOf('submit', springfield, undefined)).toBe('');
	controls.setPreference('submit', 'code', '');
	controls.setPreference('every', 'delay', '');
	expect(controls.overrides).toEqual({});
});

test('the clock goes forward, and back to its start', () => {
	const { controls } = controlsWith();
	controls.setClock(Date.parse('2012-06-16T16:00:00Z'));
	expect(controls.clock).toBe(Date.parse('2012-06-16T16:00:00Z'));
	expect(controls.overrides).toEqual({ every: 'clock=2012-06-16T12:00:00' });
	controls.setClock(Date.parse('2012-06-01T04:00:00Z'));
	expect(controls.clock).toBe(Date.parse('2012-06-15T16:00:00Z'));
	expect(controls.overrides).toEqual({});
});

test('reports are changed and forgotten at the time of the clock', async () => {
	const { controls, asked } = controlsWith();
	controls.setPreference('every', 'clock', '+5d');
	expect(await changeSubmission(controls, '101', { note: 'completed' })).toBe(true);
	expect(await forgetSubmission(controls, '101')).toBe(true);
	expect(await controls.reset()).toBe(true);
	const headers = { Prefer: 'clock=+5d' };
	expect(asked).toEqual([
		{
			method: 'PATCH',
			url: 'https://a.example/mock-up/submissions/101',
			headers,
			body: '{"note":"completed"}'
		},
		{ method: 'DELETE', url: 'https://a.example/mock-up/submissions/101', headers, body: null },
		{ method: 'DELETE', url: 'https://a.example/mock-up/submissions', headers, body: null }
	]);
});

test('a list is read, and is null where something else answers', async () => {
	const row = { service_request_id: '101', token: '91', note: 'scheduled' };
	expect(await listSubmissions(controlsWith(200, JSON.stringify([row])).controls)).toEqual([row]);
	expect(await listSubmissions(controlsWith(200, '<html>').controls)).toBeNull();
	expect(await listSubmissions(controlsWith(404, '[]').controls)).toBeNull();
});

test('what cannot be reached is no error', async () => {
	const unreachable = () => Promise.reject(new Error('No answer.'));
	const controls = new MockUpControls({
		prefer: PREFER,
		url: () => 'https://a.example/mock-up/',
		ask: unreachable
	});
	expect(await listSubmissions(controls)).toBeNull();
	expect(await controls.reset()).toBe(false);
	expect(
		await new MockUpControls({ prefer: PREFER, url: () => null, ask: unreachable }).reset()
	).toBe(false);
});
