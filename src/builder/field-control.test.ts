import { expect, test } from 'vitest';
import type { ArgumentKind } from '../georeport/argument';
import { FieldControl } from './field-control.svelte';

const controlOf = (kind: ArgumentKind, ...texts: string[]) =>
	new FieldControl(
		() => kind,
		() => texts,
		() => ({ services: [{}], keys: [] })
	);

test('a text is typed, and there is no other way', () => {
	const control = controlOf('text', 'a pothole');
	expect([control.shape, control.isText, control.turning]).toEqual(['text', true, null]);
	expect(controlOf('multiline', '').turning).toBeNull();
});

test('a date-time has its control until the person types it', () => {
	const control = controlOf('datetime', '2012-06-15T12:00:00Z');
	expect([control.shape, control.turning]).toEqual(['datetime', 'Type it']);
	expect(control.turn()).toBe(false);
	expect([control.shape, control.turning]).toEqual(['text', 'Choose']);
	expect(control.turn()).toBe(false);
	expect(control.shape).toBe('datetime');
});

test('what fits no control is cleared before one takes its place', () => {
	const control = controlOf('datetime', 'last Tuesday');
	expect([control.shape, control.turning]).toEqual(['text', 'Clear and choose']);
	expect(control.turn()).toBe(true);
});

test('a control does not take the place of what is being typed, once it fits', () => {
	const control = controlOf('datetime', '2012-06-15T12:00:00Z');
	control.type();
	expect([control.shape, control.turning]).toEqual(['text', 'Choose']);
});

test('a list of services takes any code by itself', () => {
	expect(controlOf('service', 'CSROWR-12').turning).toBeNull();
});
