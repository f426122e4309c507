import { expect, test } from 'vitest';
import { formatOf } from './format';

test('the Content-Type decides the format; without a known one the first character does', () => {
	expect(formatOf('application/xml', '{}')).toBe('xml');
	expect(formatOf('application/vnd.city+json', '<a/>')).toBe('json');
	expect(formatOf('text/plain', ' \n<services/>')).toBe('xml');
	expect(formatOf('text/plain', '[]')).toBe('json');
	expect(formatOf(null, '{}')).toBe('json');
	expect(formatOf(null, 'Not found')).toBe(null);
	expect(formatOf('text/html', '<a/>')).toBe(null);
});
