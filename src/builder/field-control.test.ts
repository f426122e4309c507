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

test('statuses have their control until the person types them', () => {
	const control = controlOf('status', 'open');
	expect([control.shape, control.turning]).toEqual(['status', 'Type it']);
	expect(control.turn()).toBe(false);
	expect([control.shape, control.turning]).toEqual(['text', 'Choose']);
	expect(control.turn()).toBe(false);
	expect(control.shape).toBe('status');
});

test('what fits no control is cleared before one takes its place', () => {
	const control = controlOf('status', 'any');
	expect([control.shape, control.turning]).toEqual(['text', 'Clear and choose']);
	expect(control.turn()).toBe(true);
});

test('a control does not take the place of what is being typed, once it fits', () => {
	const control = controlOf('status', 'open');
	control.type();
	expect([control.shape, control.turning]).toEqual(['text', 'Choose']);
});

test('the fields for a service and a date-time take any text by themselves', () => {
	expect(controlOf('service', 'CSROWR-12').turning).toBeNull();
	expect(controlOf('datetime', 'last Tuesday').turning).toBeNull();
});
