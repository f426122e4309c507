import { describe, expect, it } from 'vitest';
import { ownScript } from './trusted-script.ts';

const FOLDER = 'https://city.example/docs/playground/';

describe('ownScript', () => {
	it.each([
		['service-worker.js', `${FOLDER}service-worker.js`],
		['./assets/reader-1.js', `${FOLDER}assets/reader-1.js`],
		['/docs/playground/assets/reader-1.js', `${FOLDER}assets/reader-1.js`],
		[`${FOLDER}assets/a.js?worker_file&type=module`, `${FOLDER}assets/a.js?worker_file&type=module`]
	])('passes %s', (url, whole) => {
		expect(ownScript(url, FOLDER)).toBe(whole);
	});

	it.each([
		'../other.js',
		'/docs/playground',
		'assets/../../../evil.js',
		'/docs/playground-of-another/a.js',
		'https://evil.example/docs/playground/a.js',
		'//evil.example/docs/playground/a.js',
		'https://city.example:8443/docs/playground/a.js',
		'https://city.example@evil.example/docs/playground/a.js',
		'http://city.example/docs/playground/a.js',
		'data:text/javascript,alert(1)',
		'blob:https://city.example/0b5d',
		'javascript:alert(1)',
		'https://'
	])('refuses %s', (url) => {
		expect(() => ownScript(url, FOLDER)).toThrow(TypeError);
	});
});
