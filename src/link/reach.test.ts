import { expect, test } from 'vitest';
import { onlyHere } from './reach';

const there = { url: 'https://playground.example/open311test/ws/' };

test.each(['http://localhost:4173/#requests', 'http://127.0.0.1:8080/', 'http://[::1]/'])(
	'%s is of use on this computer only',
	(link) => {
		expect(onlyHere(link, there)).toMatch(/^This link works on this computer only: .+ means/);
	}
);

test('a page opened from disk has no link for others', () => {
	expect(onlyHere('file:///home/me/index.html', there)).toMatch(/leads to a file/);
});

test('a server on this computer is named, for the link itself opens', () => {
	expect(onlyHere('https://playground.example/', { url: 'http://127.0.0.1:3110/ws/' })).toBe(
		'Other devices can open this link, but not send its request: 127.0.0.1:3110 means the device itself.'
	);
});

test('nothing is said of hosts that others may reach', () => {
	expect(onlyHere('https://playground.example/#requests', there)).toBeNull();
	expect(onlyHere('http://192.168.1.20:8080/', there)).toBeNull();
});
